using SocialOps.Channels;

namespace SocialOps.Definitions.Validation;

/// <summary>Networks by name. One that is not known works too, with a generic profile.</summary>
internal static class NetworkRules
{
    public static void Check(string path, string network, Findings findings)
    {
        if (!Identifier.IsWellFormed(network))
        {
            findings.Error(path, $"'{network}' is not a network's name; write one word, e.g. facebook, instagram or x.");
        }
        else if (!Networks.Known.Contains(Networks.Canonical(network)))
        {
            var meant = Suggestion.Nearest(network, [.. Networks.Known, "twitter"]);
            findings.Warning(path, $"network '{network}' is not known and gets a generic profile{(meant is null ? "." : $"; did you mean '{meant}'?")}");
        }
    }
}
