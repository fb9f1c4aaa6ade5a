using SocialOps.Definitions;
using SocialOps.Storage;

namespace SocialOps.Inbox;

/// <summary>Open cases need their client, and the person who is responsible for them. Whatever else they need they keep as it was when they began.</summary>
internal sealed class CaseUse : IDefinitionUse
{
    public async ValueTask<string?> FindUseAsync(IStoreTransaction transaction, DefinitionType type, string id, CancellationToken cancellationToken)
    {
        var query = type switch
        {
            DefinitionType.Client => new RecordQuery("", 4, $"{id}/", $"{id}0", 1),
            DefinitionType.Person => new RecordQuery("", 2, $"person/{id}/", $"person/{id}0", 1),
            _ => null,
        };
        if (query is null)
        {
            return null;
        }

        var page = await transaction.QueryAsync(InboxRecords.Cases, query, cancellationToken).ConfigureAwait(false);
        return page.Items is [var one, ..] ? $"case {one.Value.Id}, open since {one.Value.OpenedAt}" : null;
    }
}
