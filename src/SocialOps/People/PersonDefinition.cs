using NodaTime;

namespace SocialOps.People;

/// <summary>A person of the agency.</summary>
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

    /// <summary>What the person may do.</summary>
    public IReadOnlyList<PersonRole> Roles { get; init; } = [];

    /// <summary>How the person is reached, the preferred way first.</summary>
    public IReadOnlyList<ContactMethod> Contacts { get; init; } = [];

    /// <summary>Who stands in, in order.</summary>
    public IReadOnlyList<PersonId> Deputies { get; init; } = [];

    /// <summary>When the person is away.</summary>
    public IReadOnlyList<Absence> Absences { get; init; } = [];
}

/// <summary>What a person may do; checked in the decision, a refusal names the missing role.</summary>
public enum PersonRole
{
    /// <summary>Writes content and replies.</summary>
    Author,

    /// <summary>Decides approvals.</summary>
    Approver,

    /// <summary>Sends what is approved.</summary>
    Publisher,

    /// <summary>Changes duties, hands cases over, overrides.</summary>
    DutyManager,

    /// <summary>Changes definitions.</summary>
    Admin,
}

/// <summary>One way to reach somebody.</summary>
/// <param name="Kind">The notification channel, e.g. <c>mail</c>, <c>phone</c>, <c>sms</c>.</param>
/// <param name="Address">The address in that channel.</param>
public sealed record ContactMethod(string Kind, string Address);

/// <summary>An absence of full days, in the person's own zone.</summary>
/// <param name="FirstOn">The first day away.</param>
/// <param name="LastOn">The last day away, inclusive.</param>
/// <param name="Deputy">Who stands in for this absence; without one the standing deputies do.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record Absence(LocalDate FirstOn, LocalDate LastOn, PersonId? Deputy = null, string? Reason = null);
