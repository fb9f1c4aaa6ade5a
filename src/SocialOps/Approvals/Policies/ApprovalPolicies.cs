using System.Text.Json;
using SocialOps.Auditing;
using SocialOps.Storage;

namespace SocialOps.Approvals;

/// <summary>The approval policies of a tenant, as versions. Thread-safe.</summary>
public sealed class ApprovalPolicies
{
    private readonly ApprovalScope _scope;

    internal ApprovalPolicies(ApprovalScope scope) => _scope = scope;

    /// <summary>Takes a policy in. A changed one becomes the next version, for requests submitted from now on; an unchanged one writes nothing.</summary>
    /// <exception cref="InvalidDefinitionException">It has errors: all of them.</exception>
    public ValueTask<ApprovalPolicy> DefineAsync(ApprovalPolicyDefinition definition, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        _ = new ApprovalPolicy(definition);
        return _scope.WriteAsync(async (transaction, now) =>
        {
            var latest = await ApprovalUnit.FindLatestPolicyAsync(transaction, definition.Id, cancellationToken).ConfigureAwait(false);
            if (latest is not null && Json(latest.Definition).SequenceEqual(Json(definition)))
            {
                return latest;
            }

            var next = new ApprovalPolicy(definition, (latest?.Version ?? 0) + 1);
            await transaction.PutAsync(ApprovalRecords.Policies, new(definition, next.Version, now), 0, cancellationToken).ConfigureAwait(false);
            var solo = definition.SoloMode ? " Solo mode: four eyes are off." : "";
            await transaction.AppendAsync(new AuditEvent(now, actor, "approval.policy-defined", definition.Id.Value, $"Version {next.Version} of approval policy {definition.Id}: {string.Join(" -> ", definition.Steps.Select(s => s.Name))}.{solo}"), cancellationToken).ConfigureAwait(false);
            return next;
        }, cancellationToken);
    }

    /// <summary>A policy in a version, or in the latest; <see langword="null"/> when there is none.</summary>
    public ValueTask<ApprovalPolicy?> FindAsync(ApprovalPolicyId id, int? version = null, CancellationToken cancellationToken = default)
        => _scope.ReadAsync(async t =>
        {
            if (version is not { } number)
            {
                return await ApprovalUnit.FindLatestPolicyAsync(t, id, cancellationToken).ConfigureAwait(false);
            }

            var stored = await t.FindAsync(ApprovalRecords.Policies, ApprovalRecords.PolicyKey(id, number), cancellationToken).ConfigureAwait(false);
            return stored is null ? null : new ApprovalPolicy(stored.Value.Definition, number);
        }, cancellationToken);

    private static byte[] Json(ApprovalPolicyDefinition definition) => JsonSerializer.SerializeToUtf8Bytes(definition, ApprovalJson.Default.ApprovalPolicyDefinition);
}
