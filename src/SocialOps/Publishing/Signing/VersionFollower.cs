using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SocialOps.Approvals;
using SocialOps.Content;
using SocialOps.Storage;

namespace SocialOps.Publishing;

/// <summary>What a client has in versions (a plan, a style guide): what both sides have signed is the next, unless another came in between (requirement 4.20).</summary>
internal abstract class VersionFollower(ApprovalGate gate) : ProposalFollower(gate)
{
    protected static async ValueTask<string?> TakeAsync<T>(IStoreTransaction transaction, Proposal proposal, RecordKind<T> kind, JsonTypeInfo<T> json, Func<T, int> versionOf, Func<T, int, T> with, CancellationToken cancellationToken)
        where T : class
    {
        var version = await ContentUnit.LatestAsync(transaction, kind, proposal.Client, cancellationToken).ConfigureAwait(false) is { } before ? versionOf(before) : 0;
        if (version.ToString(CultureInfo.InvariantCulture) != proposal.BasedOn)
        {
            return Overtaken(proposal, version);
        }

        await transaction.PutAsync(kind, with(JsonSerializer.Deserialize(proposal.Body, json)!, version + 1), 0, cancellationToken).ConfigureAwait(false);
        return null;
    }

    protected static string Overtaken(Proposal proposal, int version) => $"it was written on version {proposal.BasedOn}, and version {version} holds by now. Look at it and propose yours again.";
}
