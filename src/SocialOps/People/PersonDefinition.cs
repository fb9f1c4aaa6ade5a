using System.Text.Json.Serialization;

namespace SocialOps.People;

/// <summary>A person of the agency. Immutable; safe to share between threads.</summary>
public sealed record PersonDefinition
{
    /// <summary>The person's id.</summary>
    public required PersonId Id { get; init; }

    /// <summary>The name that people read.</summary>
    public required string Name { get; init; }

    /// <summary>The IANA time zone in which the person's days lie.</summary>
    public required string Zone { get; init; }

    /// <summary>What the person can do; a duty may ask for some of them.</summary>
    public IReadOnlyList<SkillId> Skills { get; init; } = [];

    /// <summary>Trainings that give skills for a while: those that are written down here, and those that were recorded since.</summary>
    public IReadOnlyList<Training> Trainings { get; init; } = [];

    /// <summary>The briefings that the person has confirmed; kept by the engine, and left alone when the agency's definitions are taken in again.</summary>
    public IReadOnlyList<BriefingConfirmation> Briefings { get; init; } = [];

    /// <summary>What the person may do.</summary>
    public IReadOnlyList<PersonRole> Roles { get; init; } = [];

    /// <summary>How the person is reached, the preferred way first. Somebody without any cannot be on duty.</summary>
    public IReadOnlyList<ContactMethod> Contacts { get; init; } = [];

    /// <summary>Who stands in, in order.</summary>
    public IReadOnlyList<PersonId> Deputies { get; init; } = [];

    /// <summary>When the person is away, in full days.</summary>
    public IReadOnlyList<Absence> Absences { get; init; } = [];

    /// <summary>When the person is away, from one instant to another: an appointment, a flight, the rest after a night's work.</summary>
    public IReadOnlyList<TimedAbsence> TimedAbsences { get; init; } = [];

    /// <summary>What the person said last about being available; <see langword="null"/> for nothing.</summary>
    public AvailabilityStatus? Status { get; init; }

    /// <summary>How far the person may go alone when answering.</summary>
    public AutonomyLevel Autonomy { get; init; } = AutonomyLevel.ActWithinPool;

    /// <summary>How far exercises can raise <see cref="Autonomy"/> (requirement 4.8); <see langword="null"/>, or less than it, for not at all.</summary>
    public AutonomyLevel? AutonomyAtMost { get; init; }

    /// <summary>The languages the person answers in, e.g. <c>de</c>, compared without case; empty restricts nothing.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The networks the person works on, e.g. <c>instagram</c>, compared without case; empty restricts nothing.</summary>
    public IReadOnlyList<string> Networks { get; init; } = [];

    /// <summary>The clients the person is briefed for, as somebody says by hand; empty restricts nothing. Where a client has a briefing that is confirmed, that counts beside it.</summary>
    public IReadOnlyList<ClientId> Clients { get; init; } = [];

    /// <summary>The clients the person must never work for, whatever else is written.</summary>
    public IReadOnlyList<ClientId> ClientWalls { get; init; } = [];

    /// <summary>How much time the person has for clients; <see langword="null"/> where nobody has written it down.</summary>
    public PersonCapacity? Capacity { get; init; }

    /// <summary>The most clients the person may be on duty for at once; <see langword="null"/> for no limit.</summary>
    public int? MaxClients { get; init; }

    /// <summary>Where briefings that clients require are not confirmed.</summary>
    [JsonIgnore]
    internal IReadOnlyList<BriefingGap> BriefingGaps { get; init; } = [];
}
