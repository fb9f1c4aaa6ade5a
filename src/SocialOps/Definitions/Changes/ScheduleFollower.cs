using System.Text.Json;
using NodaTime;
using SocialOps.Approvals;
using SocialOps.Storage;

namespace SocialOps.Definitions;

/// <summary>A change of a schedule that was approved holds from now on.</summary>
internal sealed class ScheduleFollower(ApprovalGate gate, AgencyImport import) : ProposalFollower(gate)
{
    public override ApprovalSubjectKind Kind => ApprovalSubjectKind.ScheduleChange;

    protected override async ValueTask<string?> TryTakeAsync(IStoreTransaction transaction, Proposal proposal, Instant now, CancellationToken cancellationToken)
    {
        var schedule = JsonSerializer.Deserialize(proposal.Body, DefinitionJson.Default.ScheduleDefinition)!;
        var (parts, hash) = await ScheduleChange.PartsAsync(transaction, schedule.Id, cancellationToken).ConfigureAwait(false);
        if (hash != proposal.BasedOn)
        {
            return $"schedule '{schedule.Id}' has been changed since it was proposed. Look at it and propose yours again.";
        }

        if (ScheduleChange.Faults(ScheduleChange.Replace(parts, schedule)) is { Count: > 0 } faults)
        {
            return $"it no longer fits the rest of the definitions: {string.Join(" ", faults)}";
        }

        var actor = proposal.Author is People.Recipient.OfAgency person ? Actor.Person(person.Person.Value, "approval") : Actor.Engine;
        await import.RunAsync(transaction, ScheduleChange.Replace(parts, schedule), actor, now, cancellationToken).ConfigureAwait(false);
        return null;
    }
}
