using SocialOps.Approvals;
using SocialOps.Inbox;
using SocialOps.Incidents;
using SocialOps.People;
using SocialOps.Storage;

namespace SocialOps.Routines;

/// <summary>What is open when a sync begins: cases, approvals, incidents, improvements; the oldest of each by name (requirement 3.5).</summary>
internal static class RoutineAgenda
{
    private const int Named = 5;

    public static async ValueTask<IReadOnlyList<string>> OfAsync(IStoreTransaction transaction, RoutineDefinition routine, CancellationToken cancellationToken)
    {
        if (routine.Kind is not (RoutineKind.Sync or RoutineKind.Retrospective))
        {
            return [];
        }

        var cases = routine.Client is { } client
            ? new RecordQuery("", 4, $"{client}/", $"{client}0", Named)
            : new RecordQuery("", 1, Limit: Named);
        return
        [
            .. (await transaction.QueryAsync(InboxRecords.Cases, cases, cancellationToken).ConfigureAwait(false)).Items.Select(c => c.Value).Select(c => $"Case {c.Id}, open since {c.OpenedAt}: {c.Category} by {c.Author} on {c.Network}, {Who(c.Responsible)}"),
            .. (await transaction.QueryAsync(ApprovalRecords.Requests, ApprovalsOf(routine.Client), cancellationToken).ConfigureAwait(false)).Items.Select(r => r.Value).Where(r => r.IsOpen).Select(r => $"Approval of {r.Kind} {r.SubjectId}, asked for since {r.SubmittedAt}"),
            .. (await transaction.QueryAsync(IncidentRecords.Incidents, new RecordQuery("", 1, Limit: Named), cancellationToken).ConfigureAwait(false)).Items.Select(i => i.Value).Where(i => routine.Client is null || i.Client == routine.Client).Select(i => $"Incident {i.Kind} since {i.OpenedAt}: {i.Summary}"),
            .. (await transaction.QueryAsync(RoutineRecords.Improvements, new RecordQuery("", 1, Limit: Named), cancellationToken).ConfigureAwait(false)).Items.Select(i => i.Value).Select(i => $"{i.Kind} of {i.At}, {i.State}: {i.Text}"),
        ];
    }

    private static RecordQuery ApprovalsOf(ClientId? client) => client is { } one ? new RecordQuery("", 2, $"{one}/", $"{one}0", Named) : new RecordQuery("", 2, Limit: Named);

    private static string Who(Recipient? responsible) => responsible is null ? "nobody is responsible" : $"{responsible} is responsible";
}
