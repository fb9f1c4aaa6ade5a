using SocialOps.Time;

namespace SocialOps.Definitions.Validation;

/// <summary>Whether a time zone exists.</summary>
internal static class ZoneRules
{
    public static void Check(string path, string? zone, Findings findings)
    {
        if (string.IsNullOrWhiteSpace(zone))
        {
            findings.Error(path, "there is no time zone; write an IANA id, e.g. Europe/Berlin.");
        }
        else if (TimeZones.Find(zone) is null)
        {
            var wayOut = Suggestion.Nearest(zone, TimeZones.Provider.Ids) is { } meant ? $"did you mean '{meant}'?" : "write an IANA id, e.g. Europe/Berlin.";
            findings.Error(path, $"time zone '{zone}' does not exist; {wayOut}");
        }
    }
}
