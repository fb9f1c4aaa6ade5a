using System.Globalization;
using SocialOps.Auditing;
using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.Guidelines;
using SocialOps.Inbox;
using SocialOps.People;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Routines;

/// <summary>
/// Exercises (requirements 4.8 and 4.22): answering what really arrived, without sending anything. Three passed in a row for a category let the person go one level further alone with it, at most to their
/// <see cref="PersonDefinition.AutonomyAtMost"/>; a breach takes a level away (<see cref="PersonPractice"/>). Thread-safe. Every command is one transaction with its audit events.
/// </summary>
public sealed class DrillService
{
    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly SnapshotCache _snapshots;
    private readonly AgencyImport _import;
    private readonly IIdGenerator _ids;

    internal DrillService(TenantId tenant, IStore store, EngineClock clock, SnapshotCache snapshots, AgencyImport import, IIdGenerator ids) => (Tenant, _store, _clock, _snapshots, _import, _ids) = (tenant, store, clock, snapshots, import, ids);

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>Begins an exercise with the client's latest items of a category.</summary>
    /// <param name="person">Who practises.</param>
    /// <param name="client">For which client.</param>
    /// <param name="category">Answers to what.</param>
    /// <param name="actor">Who sets it.</param>
    /// <param name="tasks">The most items, 1 to 20.</param>
    /// <param name="language">In which language the criteria are read, e.g. <c>de</c>.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of tasks is out of its bounds.</exception>
    /// <exception cref="NotFoundException">There is no such person or client.</exception>
    /// <exception cref="InvalidTransitionException">Nothing of the category has arrived, or the client's guideline has no tonality section.</exception>
    public ValueTask<Drill> BeginAsync(PersonId person, ClientId client, Category category, Actor actor, int tasks = 3, string language = "de", CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tasks, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tasks, 20);
        ArgumentNullException.ThrowIfNull(actor);
        return _store.WriteAsync(Tenant, async t =>
        {
            var agency = await _snapshots.GetCurrentAsync(t, cancellationToken).ConfigureAwait(false);
            var known = agency.FindClient(client) ?? throw new NotFoundException("client", client.Value);
            if (!agency.People.ContainsKey(person))
            {
                throw new NotFoundException("person", person.Value);
            }

            var criteria = agency.FindGuidelineOf(known) is { } guideline ? DrillDecision.CriteriaOf(guideline, language) : [];
            var items = await t.QueryAsync(InboxRecords.Items, new RecordQuery("", 2, $"{client}/", $"{client}0", 1_000, Descending: true), cancellationToken).ConfigureAwait(false);
            var sample = items.Items.Select(i => i.Value).Where(i => i.Classification.Category == category && i.DeletedAt is null).Take(tasks).Select(i => new DrillTask(i.Id, i.Text)).ToList();
            if (criteria.Count == 0 || sample.Count == 0)
            {
                throw new InvalidTransitionException($"Client {client}", criteria.Count == 0 ? "its guideline has no tonality section to mark by. Write one." : $"nothing labelled {category} is among its latest 1,000 items. Choose another category.");
            }

            var now = _clock.Now();
            var drill = new Drill { Id = new(_ids.NewId()), Person = person, Client = client, Category = category, Tasks = sample, Criteria = criteria, At = now };
            await t.PutAsync(RoutineRecords.Drills, drill, 0, cancellationToken).ConfigureAwait(false);
            await t.AppendAsync(new AuditEvent(now, actor, "drill.begun", drill.Id.Value, string.Create(CultureInfo.InvariantCulture, $"{person} answers {sample.Count} of {category} for {client}.")), cancellationToken).ConfigureAwait(false);
            return drill;
        }, cancellationToken);
    }

    /// <summary>The person answers one of the tasks; answered again, the new answer stands.</summary>
    /// <exception cref="NotFoundException">There is no such exercise.</exception>
    /// <exception cref="InvalidTransitionException">It is marked already, the actor is not who practises, or there is no such task.</exception>
    public ValueTask<Drill> AnswerAsync(DrillId id, int task, string text, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentNullException.ThrowIfNull(actor);
        return _store.WriteAsync(Tenant, async t =>
        {
            var stored = await t.GetAsync(RoutineRecords.Drills, id.Value, cancellationToken).ConfigureAwait(false);
            var drill = DrillDecision.Answer(stored.Value, task, text, actor);
            await t.PutAsync(RoutineRecords.Drills, drill, stored.Version, cancellationToken).ConfigureAwait(false);
            await t.AppendAsync(new AuditEvent(_clock.Now(), actor, "drill.answered", id.Value, string.Create(CultureInfo.InvariantCulture, $"Task {task}.")), cancellationToken).ConfigureAwait(false);
            return drill;
        }, cancellationToken);
    }

    /// <summary>Somebody else marks every answer by every criterion. Passed or not, it counts at once for how far the person may go alone.</summary>
    /// <exception cref="NotFoundException">There is no such exercise, or its person is not of the agency any more.</exception>
    /// <exception cref="InvalidTransitionException">It is marked already, something is not answered, or the actor is who practises, or unknown.</exception>
    /// <exception cref="InvalidDefinitionException">A mark is missing, twice, for nothing that is there, or not 1 to 5: all such.</exception>
    public ValueTask<Drill> MarkAsync(DrillId id, IReadOnlyList<DrillMark> marks, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(marks);
        ArgumentNullException.ThrowIfNull(actor);
        return _store.WriteAsync(Tenant, async t =>
        {
            var stored = await t.GetAsync(RoutineRecords.Drills, id.Value, cancellationToken).ConfigureAwait(false);
            var (agency, now) = (await _snapshots.GetCurrentAsync(t, cancellationToken).ConfigureAwait(false), _clock.Now());
            var drill = DrillDecision.Mark(stored.Value, marks, actor, agency, now);
            var person = agency.People.GetValueOrDefault(drill.Person) ?? throw new NotFoundException("person", drill.Person.Value);
            await t.PutAsync(RoutineRecords.Drills, drill, stored.Version, cancellationToken).ConfigureAwait(false);
            await t.AppendAsync(new AuditEvent(now, actor, drill.IsPassed == true ? "drill.passed" : "drill.failed", id.Value, string.Create(CultureInfo.InvariantCulture, $"{drill.Person}, {drill.Category}: {drill.Score:0.0} of 5.")), cancellationToken).ConfigureAwait(false);
            await PersonRecords.PractiseAsync(t, _import, person.Id, drill.Category, p => drill.IsPassed == true ? p.AfterPass(person) : p.AfterFailure(), actor, now, cancellationToken).ConfigureAwait(false);
            return drill;
        }, cancellationToken);
    }

    /// <summary>A person's exercises, the latest first.</summary>
    /// <param name="person">Who.</param>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<PagedResult<Drill>> QueryAsync(PersonId person, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
    {
        var page = await _store.ReadAsync(Tenant, t => t.QueryAsync(RoutineRecords.Drills, new RecordQuery("", 1, $"{person}/", $"{person}0", limit, next, Descending: true), cancellationToken), cancellationToken).ConfigureAwait(false);
        return new([.. page.Items.Select(d => d.Value)], page.Next);
    }

    /// <summary>How a person sounds, by each tonality section: the marks of their latest 20 exercises.</summary>
    /// <param name="person">Who.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<IReadOnlyList<TonalityMark>> GetTonalityAsync(PersonId person, CancellationToken cancellationToken = default)
        => [.. (await QueryAsync(person, 20, null, cancellationToken).ConfigureAwait(false)).Items.SelectMany(d => d.Marks)
            .GroupBy(m => GuidelineCitation.FindIn(m.Section)[0] with { Version = null })
            .OrderBy(g => g.Key.ToString(), StringComparer.Ordinal).Select(g => new TonalityMark(g.Key.ToString(), g.Count(), g.Average(m => m.Score)))];
}
