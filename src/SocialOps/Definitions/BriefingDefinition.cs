using NodaTime;

namespace SocialOps.Definitions;

/// <summary>
/// That people read a client's briefing before they work for it (requirement 1.7): its guideline, its package, its contacts and what is special. Whoever has not confirmed the version that is required is not on duty for the client, and
/// no deputy.
/// </summary>
public sealed record BriefingDefinition
{
    /// <summary>The version, from 1: raise it when people must read again. What changes without that (a telephone number) asks for no new confirmation.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The first day on which this version is required, in the zone of the client's schedule; before it the version before suffices. <see langword="null"/> for at once.</summary>
    public LocalDate? RequiredFromOn { get; init; }

    /// <summary>What is special about the client, for people.</summary>
    public IReadOnlyList<string> Special { get; init; } = [];
}
