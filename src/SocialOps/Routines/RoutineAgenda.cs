using NodaTime;
using SocialOps.Approvals;
using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.Inbox;
using SocialOps.Incidents;
using SocialOps.People;
using SocialOps.Storage;

namespace SocialOps.Routines;

/// <summary>What is open when a routine begins: of a sync cases, approvals, incidents and improvements, the oldest of each by name (requirement 3.5); of a watch on platforms what they change; of continuity how long agreements run.</summary>
internal static class RoutineAgenda
{
    private const int Named = 5;

    public static async ValueTask<IReadOnlyList<string>> OfAsync(IStoreTransaction transaction, AgencySnapshot agency, RoutineDefinition routine, Instant at, CancellationToken cancellationToken) => routine.Kind switch
    {
        RoutineKind.Sync or RoutineKind.Retrospective => await OpenAsync(transaction, routine, cancellationToken).ConfigureAwait(false),
        RoutineKind.PlatformWatch => Changes(await PlatformRecords.ListAsync(transaction, agency.Definition, cancellationToken).ConfigureAwait(false), routine.Client is { } client ? agency.FindClient(client) : null),
        RoutineKind.Continuity => [.. agency.Definition.Clients.Where(c => routine.Client is null || c.Id == routine.Client).Select(c => Term(c, agency.DateFor(c, at))).OfType<string>()],
        _ => [],
    };

    /// <summary>What platforms change that nobody has seen to, the soonest first; for a client's routine on its networks (requirement 3.10).</summary>
    private static List<string> Changes(IReadOnlyList<PlatformChange> changes, ClientDefinition? client)
        => [.. from change in changes
               let definition = change.Definition
               where change.Check is null && (client is null || client.Accounts.Any(a => Networks.Canonical(a.Network) == Networks.Canonical(definition.Network)))
               select FormattableString.Invariant($"{definition.Network} from {definition.FromOn:uuuu-MM-dd}: {definition.What} ('{definition.Id}' of {definition.Owner})")];

    /// <summary>How long an agreement runs (requirement 4.15).</summary>
    private static string? Term(ClientDefinition client, LocalDate on)
        => client.Agreement.Term is not { } term ? null : FormattableString.Invariant($"{client.Name}: the agreement runs until {term.LastOn:uuuu-MM-dd}, days left: {Period.DaysBetween(on, term.LastOn)}");

    private static async ValueTask<IReadOnlyList<string>> OpenAsync(IStoreTransaction transaction, RoutineDefinition routine, CancellationToken cancellationToken)
    {
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
