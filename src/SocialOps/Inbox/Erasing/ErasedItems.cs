using System.Security.Cryptography;
using System.Text;
using NodaTime;
using SocialOps.Responses;
using SocialOps.Storage;

namespace SocialOps.Inbox;

/// <summary>
/// What is left of an item whose data was erased: a stub that counts on in statistics and says that the item is not taken in again. It stands under a keyed hash of the item's id;
/// whoever has this database and the network's id can recognise it, nobody can read the id from it.
/// </summary>
internal static class ErasedItems
{
    private const string OnlyKey = "key";

    public static readonly RecordKind<ErasureKey> Keys = new("erasure-key", 1, CaseJson.Default.ErasureKey, _ => OnlyKey);

    /// <summary>The tenant's key; made when something is erased first.</summary>
    public static async ValueTask<ErasureKey> GetKeyAsync(IStoreTransaction transaction, IIdGenerator ids, CancellationToken cancellationToken)
    {
        if (await transaction.FindAsync(Keys, OnlyKey, cancellationToken).ConfigureAwait(false) is { } known)
        {
            return known.Value;
        }

        var key = new ErasureKey($"{ids.NewId()}{ids.NewId()}");
        await transaction.PutAsync(Keys, key, 0, cancellationToken).ConfigureAwait(false);
        return key;
    }

    /// <summary>Whether an item was erased: no later fact fills it again.</summary>
    public static async ValueTask<bool> HasAsync(IStoreTransaction transaction, string itemId, CancellationToken cancellationToken)
        => await transaction.FindAsync(Keys, OnlyKey, cancellationToken).ConfigureAwait(false) is { } key
            && await transaction.FindAsync(InboxRecords.Items.Name, key.Value.StubOf(itemId), cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>What is left of an item: when it came, where, what it was labelled as and how far it spread.</summary>
    public static InboundItem StubOf(this InboundItem item, string id, Instant now) => item with
    {
        Id = id,
        ExternalId = "",
        Author = "",
        Text = "",
        TextAt = null,
        WrittenAt = item.ReceivedAt,
        Thread = id,
        Classification = item.Classification.WithoutWords(),
        ErasedAt = now,
    };

    private static Classification WithoutWords(this Classification classification) => classification with
    {
        Labels = [.. classification.Labels.Select(l => l with { Evidence = [] })],
        Sentiment = classification.Sentiment is { } sentiment ? sentiment with { Evidence = [] } : null,
        Language = classification.Language is { } language ? language with { Evidence = [] } : null,
        ClassifierFault = null,
    };
}

/// <summary>The tenant's key for what was erased.</summary>
internal sealed record ErasureKey(string Value)
{
    public string StubOf(string itemId) => $"erased/{Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Value), Encoding.UTF8.GetBytes(itemId)))}";
}
