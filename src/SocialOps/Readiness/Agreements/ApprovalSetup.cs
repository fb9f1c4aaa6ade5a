using System.Text.Json;
using NodaTime;
using SocialOps.Approvals;
using SocialOps.Auditing;
using SocialOps.Definitions;
using SocialOps.ServicePackages;
using SocialOps.Storage;

namespace SocialOps.Readiness.Agreements;

/// <summary>Arranges approvals as was agreed, when an agreement goes live: a policy for each phase. What is arranged already stays as it is.</summary>
internal static class ApprovalSetup
{
    public static async ValueTask ArrangeAsync(IStoreTransaction transaction, AgencySnapshot agency, ClientDefinition client, Actor actor, Instant now, CancellationToken cancellationToken)
    {
        if (await transaction.FindAsync(ApprovalRecords.Arrangements, client.Id.Value, cancellationToken).ConfigureAwait(false) is not null)
        {
            return;
        }

        var phases = new List<ApprovalPhase>();
        foreach (var (name, preset) in AgreedApproval.PhasesOf(agency, client, now))
        {
            phases.Add(new(name, await DefineAsync(transaction, preset, client.Agreement.Lead, actor, now, cancellationToken).ConfigureAwait(false)));
        }

        var phase = client.Agreement.PhaseOn(agency.DateFor(client, now)) ?? phases[0].Name;
        await transaction.PutAsync(ApprovalRecords.Arrangements, new() { Client = client.Id, Phases = phases, Phase = phase }, 0, cancellationToken).ConfigureAwait(false);
        await transaction.AppendAsync(new AuditEvent(now, actor, "approval.arranged", client.Id.Value, $"Phase '{phase}' of {string.Join(", ", phases.Select(p => p.Name))}, as was agreed."), cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<ApprovalPolicyId> DefineAsync(IStoreTransaction transaction, ApprovalPreset preset, People.PersonId? lead, Actor actor, Instant now, CancellationToken cancellationToken)
    {
        var id = new ApprovalPolicyId(lead is { } person ? $"agreed.{preset}.{person}" : $"agreed.{preset}");
        var definition = preset.ToPolicy(id) with { AccountOwner = lead };
        var latest = await ApprovalUnit.FindLatestPolicyAsync(transaction, id, cancellationToken).ConfigureAwait(false);
        if (latest is null || !Json(latest.Definition).SequenceEqual(Json(definition)))
        {
            var version = (latest?.Version ?? 0) + 1;
            await transaction.PutAsync(ApprovalRecords.Policies, new(definition, version, now), 0, cancellationToken).ConfigureAwait(false);
            await transaction.AppendAsync(new AuditEvent(now, actor, "approval.policy-defined", id.Value, $"Version {version} of approval policy {id}: {string.Join(" -> ", definition.Steps.Select(s => s.Name))}."), cancellationToken).ConfigureAwait(false);
        }

        return id;
    }

    private static byte[] Json(ApprovalPolicyDefinition definition) => JsonSerializer.SerializeToUtf8Bytes(definition, ApprovalJson.Default.ApprovalPolicyDefinition);
}
