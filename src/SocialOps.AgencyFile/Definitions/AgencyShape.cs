using SocialOps.AgencyFiles.Shapes;
using SocialOps.Definitions;
using SocialOps.Definitions.Validation;
using SocialOps.Escalations;
using SocialOps.Guidelines;
using SocialOps.OnCall;
using SocialOps.People;
using SocialOps.Responses;
using SocialOps.ServicePackages;
using SocialOps.Time;

namespace SocialOps.AgencyFiles.Definitions;

/// <summary>The whole file.</summary>
internal sealed class AgencyShape : BlockShape<AgencyDefinition>
{
    public static readonly AgencyShape Instance = new();

    private readonly Field<string> _name;
    private readonly Field<string> _zone;
    private readonly Field<RetentionDefinition> _retention;
    private readonly Field<IReadOnlyList<PersonDefinition>> _people;
    private readonly Field<IReadOnlyList<CalendarDefinition>> _calendars;
    private readonly Field<IReadOnlyList<ScheduleDefinition>> _schedules;
    private readonly Field<IReadOnlyList<EscalationPolicyDefinition>> _escalations;
    private readonly Field<IReadOnlyList<ActivityDefinition>> _activities;
    private readonly Field<IReadOnlyList<PackageDefinition>> _packages;
    private readonly Field<IReadOnlyList<ResponsePolicyDefinition>> _policies;
    private readonly Field<IReadOnlyList<SavedReplyDefinition>> _replies;
    private readonly Field<IReadOnlyList<GuidelineDocument>> _guidelines;
    private readonly Field<IReadOnlyList<RoutineDefinition>> _routines;
    private readonly Field<IReadOnlyList<PlatformChangeDefinition>> _changes;
    private readonly Field<IReadOnlyList<ClientDefinition>> _clients;

    private AgencyShape()
        : base("agency", "the agency's block of keys", "Everything an agency defines.")
    {
        _name = Required("agency", LineShape.Any, "The agency's name.", "name");
        _zone = Optional("zone", LineShape.Any, "", "The IANA time zone of everything that has none of its own, e.g. Europe/Berlin.");
        _retention = Optional("retention", new RetentionShape(), RetentionDefinition.Usual, "How long what customers wrote is kept.");
        _people = Optional("people", new MapShape<PersonDefinition>(new PersonShape(), "lena"), "The people by id.");
        _calendars = Optional("calendars", new MapShape<CalendarDefinition>(new CalendarShape(), "office"), "The business calendars by id.");
        _schedules = Optional("schedules", new MapShape<ScheduleDefinition>(new ScheduleShape(), "community"), "The on-call schedules by id.");
        _escalations = Optional("escalations", new MapShape<EscalationPolicyDefinition>(new EscalationShape(), "standard"), "The escalation policies by id.");
        _activities = Optional("activities", new MapShape<ActivityDefinition>(new ActivityShape(), "podcast"), "Activities of the agency's own, and what the built-in ones ask of people, by id.");
        _packages = Optional("packages", new MapShape<PackageDefinition>(new PackageShape(), "plus"), "The service packages by id.");
        _policies = Optional("policies", new MapShape<ResponsePolicyDefinition>(new PolicyShape(), "retail"), "The response policies by id.");
        _replies = Optional("replies", new MapShape<SavedReplyDefinition>(new ReplyShape(), "danke"), "The saved replies by id.");
        _guidelines = Optional("guidelines", new MapShape<GuidelineDocument>(new GuidelineShape(), "radhaus-netiquette"), "What clients and the agency hold themselves to, by id; a client's is the one that its strategy names.");
        _routines = Optional("routines", new MapShape<RoutineDefinition>(new RoutineShape(), "watch"), "Duties that come again, by id.");
        _changes = Optional("platform changes", new MapShape<PlatformChangeDefinition>(new PlatformChangeShape(), "instagram-api"), "What platforms change on a day, by id.");
        _clients = Optional("clients", new MapShape<ClientDefinition>(new ClientShape(), "radhaus"), "The clients by id; the first is the default of tools that need one.");
    }

    protected override AgencyDefinition Build(Shapes.Values values)
    {
        var zone = Zone(values);
        return new()
        {
            Name = values.Of(_name),
            Retention = values.Of(_retention),
            People = [.. values.Of(_people).Select(p => p.Zone.Length > 0 ? p : p with { Zone = zone })],
            Calendars = [.. values.Of(_calendars).Select(c => c.Zone.Length > 0 ? c : c with { Zone = zone })],
            Schedules = [.. values.Of(_schedules).Select(s => s.Zone.Length > 0 ? s : s with { Zone = zone })],
            Escalations = values.Of(_escalations),
            Activities = values.Of(_activities),
            Packages = values.Of(_packages),
            Policies = values.Of(_policies),
            Replies = values.Of(_replies),
            Guidelines = values.Of(_guidelines),
            Routines = [.. values.Of(_routines).Select(r => r with { Cadence = r.Cadence with { Zone = zone.Length > 0 ? zone : "UTC" } })],
            PlatformChanges = values.Of(_changes),
            Clients = values.Of(_clients),
        };
    }

    /// <summary>The agency's zone. One that does not exist is said here, not again for everything that has none of its own.</summary>
    private string Zone(Shapes.Values values)
    {
        var zone = values.Of(_zone);
        if (zone.Length == 0 || TimeZones.Find(zone) is not null)
        {
            return zone;
        }

        var meant = Suggestion.Nearest(zone, TimeZones.Provider.Ids);
        values.Error(_zone, $"time zone '{zone}' does not exist; {(meant is null ? "write an IANA id, e.g. Europe/Berlin." : $"did you mean '{meant}'?")}");
        return "UTC";
    }
}
