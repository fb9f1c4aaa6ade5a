using SocialOps.Approvals;
using SocialOps.Guidelines;
using SocialOps.Storage;

namespace SocialOps.Definitions;

/// <summary>Guidelines that both sides sign (requirement 4.20) are not an import's to change: what was signed stays.</summary>
internal static class SignedGuidelines
{
    /// <summary>The parts with the signed guidelines that the document leaves out.</summary>
    /// <exception cref="InvalidDefinitionException">It has another text than the one that was signed: all such.</exception>
    public static async ValueTask<List<AgencyPart>> KeepAsync(IStoreTransaction transaction, AgencyDefinition definition, List<AgencyPart> parts, CancellationToken cancellationToken)
    {
        var faults = new List<Finding>();
        var known = await SnapshotCache.FindHeadAsync(transaction, cancellationToken).ConfigureAwait(false) is { } head ? await SnapshotCache.PartsAsync(transaction, head, cancellationToken).ConfigureAwait(false) : [];
        foreach (var client in definition.Clients.Where(c => c.Strategy?.Guideline is not null))
        {
            var id = client.Strategy!.Guideline!;
            if (!await ApprovalArrangements.RequiresAsync(transaction, client.Id, ApprovalSubjectKind.Guideline, cancellationToken).ConfigureAwait(false))
            {
                continue;
            }

            var (signed, written) = (Of(known, id), Of(parts, id));
            if (signed is not null && written is null)
            {
                parts = [.. parts, signed];
            }
            else if (written is not null && written.Hash != signed?.Hash)
            {
                faults.Add(Finding.Error($"guidelines[{id}]", $"{client.Id} and the agency sign it, and this is not the text that they signed. Propose it (Editorial.Signing.ProposeGuidelineAsync) and leave it out here: what was signed is kept."));
            }
        }

        return faults.Count > 0 ? throw new InvalidDefinitionException([.. faults.Distinct()]) : parts;
    }

    public static AgencyPart? Of(IEnumerable<AgencyPart> parts, string id) => parts.FirstOrDefault(p => p.Type == DefinitionType.Guideline && p.Id == id);

    /// <summary>The parts with one guideline taken in, or put in the place of its earlier version.</summary>
    public static List<AgencyPart> Replace(List<AgencyPart> parts, GuidelineDocument document)
    {
        var next = AgencyParts.Of(document);
        return [.. parts.Where(p => p.Type != next.Type || p.Id != next.Id), next];
    }
}
