using NodaTime;
using SocialOps.Time;

namespace SocialOps.Definitions;

/// <summary>A platform's change and where it stands.</summary>
/// <param name="Definition">What changes, and when.</param>
/// <param name="RemindAt">When its owner is reminded: that many days before, at the day's beginning in the owner's zone.</param>
/// <param name="DueAt">When it holds: the beginning of its first day there.</param>
/// <param name="Check">Who saw to it; <see langword="null"/> while nobody did.</param>
public sealed record PlatformChange(PlatformChangeDefinition Definition, Instant RemindAt, Instant DueAt, PlatformCheck? Check)
{
    internal static PlatformChange Of(PlatformChangeDefinition change, AgencyDefinition agency, PlatformCheck? check)
    {
        var zone = TimeZones.Get(agency.People.FirstOrDefault(p => p.Id == change.Owner)?.Zone ?? "Etc/UTC");
        return new(change, zone.AtStartOfDay(change.FromOn.PlusDays(-change.RemindDays)).ToInstant(), zone.AtStartOfDay(change.FromOn).ToInstant(), check?.Hash == AgencyParts.Of(change).Hash ? check : null);
    }
}

/// <summary>Somebody saw to a platform's change. It counts for the change as it was written then: one that is written otherwise is open again.</summary>
/// <param name="Change">The change's id.</param>
/// <param name="Hash">SHA-256 of the change as it was, lower-case hex.</param>
/// <param name="Note">What came of it.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record PlatformCheck(string Change, string Hash, string Note, Actor By, Instant At);
