using SocialOps.Channels;
using SocialOps.Escalations;
using SocialOps.Guidelines;
using SocialOps.OnCall;
using SocialOps.People;
using SocialOps.Responses;
using SocialOps.ServicePackages;
using SocialOps.Time;

namespace SocialOps.Definitions;

/// <summary>One revision of an agency's definitions, compiled and ready to decide with. Immutable and thread-safe.</summary>
public sealed class AgencySnapshot
{
    private readonly Dictionary<PersonId, PersonDefinition> _people;
    private readonly Dictionary<CalendarId, BusinessCalendar> _calendars;
    private readonly Dictionary<ScheduleId, OnCallSchedule> _schedules;
    private readonly Dictionary<EscalationPolicyId, EscalationPolicyDefinition> _escalations;
    private readonly Dictionary<PackageId, PackageDefinition> _packages;
    private readonly Dictionary<ResponsePolicyId, ResponsePolicy> _policies;
    private readonly Dictionary<SavedReplyId, SavedReplyDefinition> _replies;
    private readonly Dictionary<ClientId, ClientDefinition> _clients;
    private readonly Dictionary<ChannelAccountId, ClientDefinition> _accounts;

    /// <summary>Compiles definitions that were found valid.</summary>
    /// <param name="definition">The definitions.</param>
    /// <param name="revision">The revision's number, from 1.</param>
    /// <param name="classifier">What labels items beside the rules; <see langword="null"/> for the built-in one.</param>
    public AgencySnapshot(AgencyDefinition definition, long revision, IItemClassifier? classifier = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        (Definition, Revision) = (definition, revision);
        _people = definition.People.ToDictionary(p => p.Id, p => BriefingDuty.WithGaps(definition, p));
        _calendars = definition.Calendars.ToDictionary(c => c.Id, c => BusinessCalendar.Compile(c));
        _schedules = definition.Schedules.ToDictionary(s => s.Id, s => new OnCallSchedule(s, _people));
        _escalations = definition.Escalations.ToDictionary(e => e.Id);
        _packages = definition.Packages.ToDictionary(p => p.Id);
        _policies = definition.Policies.ToDictionary(p => p.Id, p => new ResponsePolicy(p, classifier));
        _replies = definition.Replies.ToDictionary(r => r.Id);
        Pool = new(definition.Replies);
        _clients = definition.Clients.ToDictionary(c => c.Id);
        _accounts = definition.Clients.SelectMany(c => c.Accounts, (c, a) => (a.Id, c)).ToDictionary(x => x.Id, x => x.c);
    }

    /// <summary>What was taken in.</summary>
    public AgencyDefinition Definition { get; }

    /// <summary>The revision's number, from 1.</summary>
    public long Revision { get; }

    /// <summary>The pool of questions and answers.</summary>
    public ReplyPool Pool { get; }

    /// <summary>The people by id.</summary>
    public IReadOnlyDictionary<PersonId, PersonDefinition> People => _people;

    /// <summary>The guideline with this id as it holds in this revision, or <see langword="null"/>.</summary>
    public GuidelineDocument? FindGuideline(GuidelineId id) => Definition.Guidelines.FirstOrDefault(g => g.Id == id);

    /// <summary>The guideline of a client: the one that its strategy names; <see langword="null"/> where it names none, or one that is not defined.</summary>
    public GuidelineDocument? FindGuidelineOf(ClientDefinition client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.Strategy?.Guideline is { } id ? FindGuideline(new(id)) : null;
    }

    /// <summary>The client with this id, or <see langword="null"/>.</summary>
    public ClientDefinition? FindClient(ClientId id) => _clients.GetValueOrDefault(id);

    /// <summary>The client that an account belongs to, or <see langword="null"/>.</summary>
    public ClientDefinition? FindClientOf(ChannelAccountId account) => _accounts.GetValueOrDefault(account);

    /// <summary>The on-call schedule with this id, or <see langword="null"/>.</summary>
    public OnCallSchedule? FindSchedule(ScheduleId id) => _schedules.GetValueOrDefault(id);

    /// <summary>The on-call schedule with this id.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public OnCallSchedule GetSchedule(ScheduleId id) => _schedules.GetValueOrDefault(id) ?? throw new NotFoundException("schedule", id.Value);

    /// <summary>The business calendar with this id.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public BusinessCalendar GetCalendar(CalendarId id) => _calendars.GetValueOrDefault(id) ?? throw new NotFoundException("calendar", id.Value);

    /// <summary>The business calendar with this id, or <see langword="null"/>.</summary>
    public BusinessCalendar? FindCalendar(CalendarId id) => _calendars.GetValueOrDefault(id);

    /// <summary>The package with this id.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public PackageDefinition GetPackage(PackageId id) => _packages.GetValueOrDefault(id) ?? throw new NotFoundException("package", id.Value);

    /// <summary>What an activity asks of people: the agency's own word, else the skills and the role of the built-in activity.</summary>
    public ActivityDefinition RequirementOf(ActivityId activity)
        => Definition.Activities.FirstOrDefault(a => a.Id == activity) is { } own
            ? own with { Role = own.Role ?? Activities.RoleFor(activity) }
            : new() { Id = activity, Name = activity.Value, Role = Activities.RoleFor(activity) };

    /// <summary>The response policy with this id.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public ResponsePolicy GetPolicy(ResponsePolicyId id) => _policies.GetValueOrDefault(id) ?? throw new NotFoundException("response policy", id.Value);

    /// <summary>The escalation policy with this id.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public EscalationPolicyDefinition GetEscalation(EscalationPolicyId id) => _escalations.GetValueOrDefault(id) ?? throw new NotFoundException("escalation policy", id.Value);

    /// <summary>The saved reply with this id, or <see langword="null"/>.</summary>
    public SavedReplyDefinition? FindReply(SavedReplyId id) => _replies.GetValueOrDefault(id);
}
