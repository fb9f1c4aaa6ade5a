using System.Text;
using SocialOps.Inbox;
using SocialOps.Storage;

namespace SocialOps.Privacy;

/// <summary>Deliveries in quarantine belong to no item; a name in them is found by looking.</summary>
internal static class UnreadDeliveries
{
    public static async ValueTask<IReadOnlyList<Stored<RawDelivery>>> MentioningAsync(IStoreTransaction transaction, IReadOnlyList<CustomerHandle> handles, CancellationToken cancellationToken)
    {
        var (found, next) = (new List<Stored<RawDelivery>>(), (string?)null);
        do
        {
            var page = await transaction.QueryAsync(InboxRecords.Raw, new RecordQuery("", 1, Limit: 100, Continue: next), cancellationToken).ConfigureAwait(false);
            found.AddRange(page.Items.Where(d => handles.Any(h => Mentions(d.Value, h))));
            next = page.Next;
        }
        while (next is not null);
        return found;
    }

    /// <summary>A line that can be read names its author; in other bytes the name is looked for as it is written and as JSON escapes it.</summary>
    private static bool Mentions(RawDelivery raw, CustomerHandle handle)
    {
        if (raw.Client is { } client && client != handle.Client)
        {
            return false;
        }

        if (InboundLine.Read(raw.Bytes).Fact is { } fact)
        {
            return AuthorKey.Of(handle.Client, fact.Network, fact.Author) == handle.Key;
        }

        var text = Encoding.UTF8.GetString(raw.Bytes);
        var name = handle.Author.Trim().TrimStart('@');
        var escaped = System.Text.Json.JsonEncodedText.Encode(name).ToString();
        return text.Contains(name, StringComparison.OrdinalIgnoreCase) || text.Contains(escaped, StringComparison.OrdinalIgnoreCase);
    }
}
