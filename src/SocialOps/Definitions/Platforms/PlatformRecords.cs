using SocialOps.Storage;

namespace SocialOps.Definitions;

/// <summary>How it is kept who saw to platforms' changes, and what is open.</summary>
internal static class PlatformRecords
{
    public static readonly RecordKind<PlatformCheck> Checks = new("platform-check", 1, DefinitionJson.Default.PlatformCheck, c => c.Change);

    /// <summary>The changes of an agency with where they stand, the soonest first.</summary>
    public static async ValueTask<IReadOnlyList<PlatformChange>> ListAsync(IStoreTransaction transaction, AgencyDefinition agency, CancellationToken cancellationToken)
    {
        var changes = new List<PlatformChange>(agency.PlatformChanges.Count);
        foreach (var change in agency.PlatformChanges)
        {
            changes.Add(PlatformChange.Of(change, agency, (await transaction.FindAsync(Checks, change.Id, cancellationToken).ConfigureAwait(false))?.Value));
        }

        return [.. changes.OrderBy(c => c.DueAt).ThenBy(c => c.Definition.Id, StringComparer.Ordinal)];
    }
}
