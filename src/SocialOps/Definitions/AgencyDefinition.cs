using SocialOps.Escalations;
using SocialOps.Guidelines;
using SocialOps.OnCall;
using SocialOps.People;
using SocialOps.Responses;
using SocialOps.ServicePackages;
using SocialOps.Time;

namespace SocialOps.Definitions;

/// <summary>Everything an agency defines, as one document: built in C# or read from an agency file, and taken in through the same door.</summary>
public sealed record AgencyDefinition
{
    /// <summary>The agency's name.</summary>
    public required string Name { get; init; }

    /// <summary>How long what customers wrote is kept.</summary>
    public RetentionDefinition Retention { get; init; } = RetentionDefinition.Usual;

    /// <summary>The people.</summary>
    public IReadOnlyList<PersonDefinition> People { get; init; } = [];

    /// <summary>The business calendars.</summary>
    public IReadOnlyList<CalendarDefinition> Calendars { get; init; } = [];

    /// <summary>The on-call schedules.</summary>
    public IReadOnlyList<ScheduleDefinition> Schedules { get; init; } = [];

    /// <summary>The escalation policies.</summary>
    public IReadOnlyList<EscalationPolicyDefinition> Escalations { get; init; } = [];

    /// <summary>Activities of the agency's own, and what the built-in ones ask of people here.</summary>
    public IReadOnlyList<ActivityDefinition> Activities { get; init; } = [];

    /// <summary>The service packages.</summary>
    public IReadOnlyList<PackageDefinition> Packages { get; init; } = [];

    /// <summary>The response policies.</summary>
    public IReadOnlyList<ResponsePolicyDefinition> Policies { get; init; } = [];

    /// <summary>The saved replies.</summary>
    public IReadOnlyList<SavedReplyDefinition> Replies { get; init; } = [];

    /// <summary>What clients and the agency hold themselves to; a client's is the one that its strategy names.</summary>
    public IReadOnlyList<GuidelineDocument> Guidelines { get; init; } = [];

    /// <summary>What exercises have shown; kept by the engine, and left alone when the agency's definitions are taken in again.</summary>
    public IReadOnlyList<PersonPractice> Practice { get; init; } = [];

    /// <summary>Duties that come again; more of them can be defined while the agency works.</summary>
    public IReadOnlyList<RoutineDefinition> Routines { get; init; } = [];

    /// <summary>What platforms change, and who sees to it.</summary>
    public IReadOnlyList<PlatformChangeDefinition> PlatformChanges { get; init; } = [];

    /// <summary>The clients; the first is the default of tools that need one.</summary>
    public IReadOnlyList<ClientDefinition> Clients { get; init; } = [];
}
