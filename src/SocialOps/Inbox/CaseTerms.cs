using NodaTime;
using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.Escalations;
using SocialOps.People;
using SocialOps.Responses;
using SocialOps.ServicePackages;
using SocialOps.Time;

namespace SocialOps.Inbox;

/// <summary>What holds for a case: promises, policies and packages as they were when it opened, people and schedules as they are now.</summary>
internal sealed class CaseTerms
{
    private static readonly BusinessCalendar Always = BusinessCalendar.AlwaysOpen(DateTimeZone.Utc);

    private readonly AgencySnapshot _pinned;
    private readonly AgencySnapshot _current;

    public CaseTerms(TenantId tenant, AgencySnapshot pinned, AgencySnapshot current, ClientId client, ClientCrisis? crisis = null)
    {
        (Tenant, _pinned, _current) = (tenant, pinned, current);
        Crisis = crisis ?? new(client, []);
        Client = current.FindClient(client) ?? pinned.FindClient(client) ?? throw new NotFoundException("client", client.Value);
        Agreement = (pinned.FindClient(client) ?? Client).Agreement;
        Package = pinned.GetPackage(Agreement.Package);
        Escalation = pinned.GetEscalation(Agreement.Escalation);
        Policy = pinned.GetPolicy(Agreement.Policy);
    }

    public TenantId Tenant { get; }

    public ClientDefinition Client { get; }

    public AgreementDefinition Agreement { get; }

    public PackageDefinition Package { get; }

    public EscalationPolicyDefinition Escalation { get; }

    public ResponsePolicy Policy { get; }

    /// <summary>Whether one of the client's campaigns runs; its days are those of the zone that the promises count in.</summary>
    public bool IsCampaign(Instant now) => Client.Campaigns is { Count: > 0 } campaigns && TodayOn(now) is var today && campaigns.Any(c => c.Covers(today));

    /// <summary>The client's waves, known when a case opens or grows and while its own wave stands at level 2 or above.</summary>
    public ClientCrisis Crisis { get; }

    public CaseTerms In(ClientCrisis crisis) => new(Tenant, _pinned, _current, Client.Id, crisis);

    /// <summary>The people with one of these roles now, in the order of the definitions.</summary>
    public IReadOnlyList<Recipient> With(params PersonRole[] roles)
        => [.. _current.Definition.People.Where(p => p.Roles.Any(roles.Contains)).Select(p => new Recipient.OfAgency(p.Id))];

    public long Revision => _pinned.Revision;

    /// <summary>A reason of the policy's with the versions of the guidelines that it cites.</summary>
    public string Pin(string reason) => _pinned.Pin(reason);

    public ResponseTargets? TargetFor(ClockKind clock, ServiceSubject subject)
    {
        var level = Package.LevelFor(subject);
        return clock switch
        {
            ClockKind.Acknowledge => level.Acknowledge,
            ClockKind.NextAction => level.NextAction,
            _ => level.ClientContact,
        };
    }

    /// <summary>By when something is to be settled.</summary>
    public ResponseTargets? ResolveTargetFor(ServiceSubject subject) => Package.LevelFor(subject).Resolve;

    /// <summary>The deadline of a target over the level's calendar; what whoever is on duty said about a meeting counts (requirement 0.12).</summary>
    public Instant DeadlineOf(ResponseTargets targets, ServiceSubject subject, Instant start)
    {
        var calendar = CalendarFor(subject);
        var inMeeting = IsInMeeting(start);
        return targets.DeadlineFrom(calendar, start, inMeeting) ?? targets.DeadlineFrom(Always, start, inMeeting)!.Value;
    }

    /// <summary>Over whose hours the targets of something count.</summary>
    public BusinessCalendar CalendarFor(ServiceSubject subject) => Package.LevelFor(subject).Calendar is { } id ? _pinned.GetCalendar(id) : DayAndNight();

    /// <summary>Whether whoever is on duty is known to be in a meeting.</summary>
    public bool IsInMeeting(Instant at)
        => OnDuty(at) is Recipient.OfAgency duty && _current.People.GetValueOrDefault(duty.Person)?.Status?.At(at) == AvailabilityKind.InMeeting;

    /// <summary>Whoever does community management for the client now: the person whom the matrix names, else whoever is on duty.</summary>
    public Recipient? OnDuty(Instant now, ServiceSubject? subject = null) => Resolve(new EscalationTarget.OnDuty(Agreement.Schedule), now, subject) is [var first, ..] ? first : Client.EmergencyContact();

    /// <summary>Whether the client answers: by the package, or by who does community management now.</summary>
    public bool ClientReplies(Instant now)
        => _current.FindClient(Client.Id) is { } client ? _current.ClientAnswers(client, now) : Package.Engagement == EngagementOwner.Client;

    /// <summary>Whom the client wants to be told first about such a thing.</summary>
    public Recipient? ContactFor(Case state) => ContactsFor(state) is [var first, ..] ? first : null;

    /// <summary>Whom at the client to ask one after the other (requirements 0.16 and 4.12): who knows about what it says, the contacts for the topic in their order, then those for everything, then the emergency contacts.</summary>
    public IReadOnlyList<Recipient> ContactsFor(Case state)
    {
        var (category, cause) = (state.Category, state.Cause);
        var experts = state.Experts.OfType<Recipient.OfClient>().Select(e => Client.Contacts.FirstOrDefault(c => c.Id == e.Contact)).OfType<ClientContact>();
        var forTopic = Client.Contacts.Where(c => c.Topics is { Count: > 0 } topics && (Has(topics, category.ToString()) || Has(topics, cause.ToString())));
        var forAll = Client.Contacts.Where(c => c is { Topics: null or { Count: 0 }, IsEmergency: false });
        return [.. experts.Concat(forTopic).Concat(forAll).Concat(Client.Contacts.Where(c => c.IsEmergency)).Select(c => c.Id).Distinct(StringComparer.Ordinal).Select(id => new Recipient.OfClient(Client.Id, id))];

        static bool Has(IReadOnlyList<string> topics, string topic)
            => topics.Any(t => string.Equals(t.Replace(" ", "", StringComparison.Ordinal), topic, StringComparison.OrdinalIgnoreCase));
    }

    public bool Knows(Recipient who) => who switch
    {
        Recipient.OfAgency person => _current.People.ContainsKey(person.Person) || _pinned.People.ContainsKey(person.Person),
        Recipient.OfClient contact => contact.Client == Client.Id && Client.Contacts.Any(c => c.Id == contact.Contact),
        _ => false,
    };

    public bool MayReply(PersonId person)
        => (_current.People.GetValueOrDefault(person) ?? _pinned.People.GetValueOrDefault(person))?.Roles.Any(r => r is PersonRole.Author or PersonRole.Publisher) == true;

    /// <summary>What the policy is told of an item besides its text.</summary>
    public ItemFacts FactsOf(InboundItem item, int crisisLevel)
        => item.FactsForPolicy() with { ClientReplies = ClientReplies(item.ReceivedAt), CrisisLevel = crisisLevel };

    /// <summary>What breaches left of the autonomy of whoever is about to send; <see langword="null"/> for all.</summary>
    public AutonomyLevel? Conformity { get; set; }

    /// <summary>How far the engine may go with a case (requirement 4.14).</summary>
    public AutonomyDecision AutonomyOf(Case state, Instant now)
    {
        var policy = Policy.Definition.Autonomy;
        var person = OnDuty(now) is Recipient.OfAgency on ? _current.People.GetValueOrDefault(on.Person) : null;
        return AutonomyDecision.Of(new(state.Category, state.Cause)
        {
            ClientReplies = state.ClientReplies,
            Package = _current.FindClient(Client.Id) is { } client && _current.AutonomyCapFor(client, now) is var cap && cap < Package.Autonomy ? cap : Package.Autonomy,
            Policy = policy,
            IsOutsideHours = policy.Hours is { } hours && !_pinned.GetCalendar(hours).IsOpen(now),
            Person = person?.Id.Value ?? OnDuty(now)?.ToString(),
            PersonLevel = person is null ? AutonomyLevel.ActWithinPool : _current.AutonomyOf(person.Id, state.Category),
            CrisisLevel = (int)(state.Alarm.Level > Crisis.Level ? state.Alarm.Level : Crisis.Level),
            Conformity = Conformity,
        });
    }

    /// <summary>How far a person may go with their own replies to a category.</summary>
    public AutonomyLevel AutonomyOf(PersonId person, Category category)
        => (AutonomyLevel)Math.Min((int)(_current.People.ContainsKey(person) ? _current : _pinned).AutonomyOf(person, category), (int)(Conformity ?? AutonomyLevel.ActWithinPool));

    /// <summary>For what a wording is wanted.</summary>
    public ReplyOccasion OccasionOf(Case state, Instant now)
    {
        var classification = new Classification
        {
            Category = state.Category,
            Cause = state.Cause,
            Severity = state.Severity,
            Labels = [],
            Language = state.Language is { } language ? new(language, LabelSource.Rule("case"), 1, []) : null,
        };
        return new(state.Item, new ItemFacts(state.Network, state.Kind) { Client = Client.Id, Account = state.Account }, classification)
        {
            Author = state.Author,
            ClientName = Client.Name,
            Tone = Policy.Definition.Tone,
            Used = state.UsedWordings,
            Today = TodayOn(now),
        };
    }

    /// <summary>The pool's answer to an item, where one fits well enough.</summary>
    public PoolMatch? FindAnswer(string text, Instant now) => _pinned.Pool.Search(text, TodayOn(now), 1) is [{ Score: >= ReplyPool.Proposed } match] ? match : null;

    public SavedReplyDefinition? FindReply(SavedReplyId id) => _pinned.FindReply(id);

    /// <summary>Who stands behind an escalation target now; on the client's own schedule the person whom the matrix names goes first.</summary>
    /// <param name="target">The target.</param>
    /// <param name="now">When.</param>
    /// <param name="subject">What the case is, where there is one: whoever is on duty and works on its network and has the skills for its category goes first.</param>
    public IReadOnlyList<Recipient> Resolve(EscalationTarget target, Instant now, ServiceSubject? subject = null)
        => target is EscalationTarget.OnDuty own && own.Schedule == Agreement.Schedule && NamedOwner(now) is { } named ? [named]
            : (target is EscalationTarget.OnDuty duty && _current.FindSchedule(duty.Schedule) is null ? _pinned : _current).Resolve(target, Client, now, subject is { } about ? new() { Client = Client.Id, Network = about.Network, Category = about.Category } : null);

    private Recipient? NamedOwner(Instant now)
        => _current.FindClient(Client.Id) is { } client && _current.LineOf(client, Activities.CommunityManagement, now).Owner is Party.NamedPerson
            ? _current.Resolve(new ResponsibilityQuestion(Client.Id, Activities.CommunityManagement), now).Owner
            : null;

    private LocalDate TodayOn(Instant now) => now.InZone(_pinned.People.Values.FirstOrDefault() is { } person && TimeZones.Find(person.Zone) is { } zone ? zone : DateTimeZone.Utc).Date;

    private BusinessCalendar DayAndNight()
        => _pinned.People.Values.FirstOrDefault() is { } person && TimeZones.Find(person.Zone) is { } zone ? BusinessCalendar.AlwaysOpen(zone) : Always;
}
