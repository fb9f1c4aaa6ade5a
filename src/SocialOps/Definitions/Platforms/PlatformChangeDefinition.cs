using NodaTime;
using SocialOps.People;

namespace SocialOps.Definitions;

/// <summary>Something that a platform changes on a day (requirement 3.10): an API that ends, a limit, a rule. What it says is the agency's to write; nothing reads platforms' own calendars.</summary>
public sealed record PlatformChangeDefinition
{
    /// <summary>How many days before it whoever is responsible is reminded, at most.</summary>
    public const int MostRemindDays = 365;

    /// <summary>The change's id.</summary>
    public required string Id { get; init; }

    /// <summary>The network.</summary>
    public required string Network { get; init; }

    /// <summary>What changes, for people.</summary>
    public required string What { get; init; }

    /// <summary>The first day on which it holds, in the zone of <see cref="Owner"/>.</summary>
    public required LocalDate FromOn { get; init; }

    /// <summary>Who sees to it, and checks it off.</summary>
    public required PersonId Owner { get; init; }

    /// <summary>Where it was announced; <see langword="null"/> where nobody wrote it down.</summary>
    public string? Source { get; init; }

    /// <summary>How many days before it <see cref="Owner"/> is reminded, 0 to <see cref="MostRemindDays"/>.</summary>
    public int RemindDays { get; init; } = 30;
}
