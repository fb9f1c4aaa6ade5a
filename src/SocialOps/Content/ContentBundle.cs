using SocialOps.Channels;
using SocialOps.Content.Canonical;

namespace SocialOps.Content;

/// <summary>Several variants as one thing to decide on.</summary>
internal static class ContentBundle
{
    /// <summary>The hash of the (account, variant hash) pairs, sorted by account: the order in which they are given does not matter.</summary>
    /// <param name="variants">At most one pair for each account; may be empty.</param>
    /// <exception cref="ArgumentException">An account stands there twice.</exception>
    public static ContentHash HashOf(IEnumerable<(ChannelAccountId Account, ContentHash Hash)> variants)
    {
        ArgumentNullException.ThrowIfNull(variants);
        var sorted = variants.OrderBy(v => v.Account.Value, StringComparer.Ordinal).ToList();
        for (var i = 1; i < sorted.Count; i++)
        {
            if (sorted[i].Account == sorted[i - 1].Account)
            {
                throw new ArgumentException($"Account '{sorted[i].Account}' stands there twice.", nameof(variants));
            }
        }

        using var json = new CanonicalWriter();
        json.Begin('{').Member("format").Number(VariantBytes.Format).Member("variants").Begin('[');
        foreach (var (account, hash) in sorted)
        {
            json.Begin('[').Text(account.Value).Text(hash.Value).End(']');
        }

        return ContentHash.Of(json.End(']').End('}').Written);
    }
}
