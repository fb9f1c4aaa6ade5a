using NodaTime;
using SocialOps.Inbox;
using SocialOps.Incidents;
using SocialOps.Publishing;
using SocialOps.Work;

namespace SocialOps.Reporting;

/// <summary>Counts what comes along, oldest first, and keeps the first of each kind.</summary>
internal sealed class BacklogCount(Instant now, int oldest)
{
    private static readonly BacklogKind[] Kinds = Enum.GetValues<BacklogKind>();
    private readonly long[] _counts = new long[Kinds.Length];
    private readonly List<BacklogEntry>[] _oldest = [.. Kinds.Select(_ => new List<BacklogEntry>())];

    public Backlog ToBacklog() => new(now, [.. Kinds.Select(k => new BacklogGroup(k, _counts[(int)k], _oldest[(int)k]))]);

    public void Add(WorkItem row) => Add(KindOf(row), row.SubjectId, row.DueAt, $"{row.Kind}{(row.Attempt > 0 ? $", attempt {row.Attempt}" : "")}{(row.LastError is { } error ? $": {error}" : "")}");

    public void Add(RawDelivery raw) => Add(BacklogKind.Quarantined, raw.Id, raw.ReceivedAt, string.Join(" ", raw.Findings ?? []));

    public void Add(Publication publication)
    {
        if (publication.State == PublicationState.NeedsHuman)
        {
            Add(BacklogKind.NeedsHuman, publication.Id.Value, publication.AttemptedAt ?? publication.CreatedAt, $"{publication.Network}, {publication.Attempt} attempt(s): {publication.Reason}");
        }
    }

    public void Add(Case state)
    {
        var what = $"{state.Category}, severity {(int)state.Severity}, {state.Responsible?.ToString() ?? "nobody"} is responsible: {state.Excerpt}";
        Add(BacklogKind.OpenCases, state.Id.Value, state.OpenedAt, what);
        if (state.Responsible is null || state is { Escalation.IsRunning: true, StepsFired: 0 })
        {
            Add(BacklogKind.Unattended, state.Id.Value, state.OpenedAt, what);
        }
    }

    public void Add(Incident incident)
        => Add(BacklogKind.Incidents, incident.Id.Value, incident.OpenedAt, $"{incident.Responsible?.ToString() ?? "nobody"} is responsible, due {incident.DueAt}: {incident.Summary}");

    private BacklogKind KindOf(WorkItem row) => row switch
    {
        { State: WorkState.Dead } => BacklogKind.Dead,
        { LastError: not null } => BacklogKind.TriedAgain,
        { Attempt: > 0 } => BacklogKind.Taken,
        _ => row.DueAt <= now ? BacklogKind.Due : BacklogKind.Later,
    };

    private void Add(BacklogKind kind, string subjectId, Instant since, string what)
    {
        _counts[(int)kind]++;
        if (_oldest[(int)kind].Count < oldest)
        {
            _oldest[(int)kind].Add(new(subjectId, since, what));
        }
    }
}
