using NodaTime;
using SocialOps.OnCall;
using SocialOps.People;
using SocialOps.Time;

namespace SocialOps.Approvals;

/// <summary>What the world is like when something is decided: people, duties, calendars, delegations. Immutable; with these given, every decision is pure.</summary>
public sealed record ApprovalFacts
{
    private static readonly BusinessCalendar DayAndNight = BusinessCalendar.AlwaysOpen(DateTimeZone.Utc);

    /// <summary>The client.</summary>
    public required ClientId Client { get; init; }

    /// <summary>The agency's people.</summary>
    public IReadOnlyDictionary<PersonId, PersonDefinition> People { get; init; } = new Dictionary<PersonId, PersonDefinition>();

    /// <summary>The client's contacts.</summary>
    public IReadOnlyList<ClientContact> Contacts { get; init; } = [];

    /// <summary>Which of them are marked absent.</summary>
    public IReadOnlyList<string> AbsentContacts { get; init; } = [];

    /// <summary>The delegations that hold now or later.</summary>
    public IReadOnlyList<Delegation> Delegations { get; init; } = [];

    /// <summary>Finds an on-call schedule.</summary>
    public Func<ScheduleId, OnCallSchedule?> FindSchedule { get; init; } = _ => null;

    /// <summary>Finds a calendar; a missing one counts day and night.</summary>
    public Func<CalendarId, BusinessCalendar?> FindCalendar { get; init; } = _ => null;

    /// <summary>Whether a standing grant is in force in this version.</summary>
    public Func<StandingGrant, bool> HasGrant { get; init; } = _ => false;

    /// <summary>The accepted clause by which the client's silence counts; <see langword="null"/> for none.</summary>
    public TacitClause? TacitClause { get; init; }

    /// <summary>The client's crisis level, from 0; <see langword="null"/> while unknown.</summary>
    public int? CrisisLevel { get; init; }

    /// <summary>Whether publishing is held for the client; <see langword="null"/> while unknown.</summary>
    public bool? IsHeld { get; init; }

    internal BusinessCalendar Calendar(CalendarId? id) => id is { } named && FindCalendar(named) is { } calendar ? calendar : DayAndNight;
}

/// <summary>The clause of an accepted quote or contract by which silence counts.</summary>
/// <param name="Id">The quote's or contract's id.</param>
/// <param name="Version">Its version.</param>
public sealed record TacitClause(string Id, int Version)
{
    /// <inheritdoc />
    public override string ToString() => $"{Id} v{Version}";
}
