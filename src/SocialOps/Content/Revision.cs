using NodaTime;
using SocialOps.Channels;

namespace SocialOps.Content;

/// <summary>One state of an item's content; never changed afterwards. An edit makes the next one.</summary>
public sealed record Revision
{
    /// <summary>The item.</summary>
    public required ContentItemId Item { get; init; }

    /// <summary>Its number within the item, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>One variant for each channel account, normalised, sorted by account.</summary>
    public required IReadOnlyList<Variant> Variants { get; init; }

    /// <summary>Who made it: the last editor.</summary>
    public required Actor EditedBy { get; init; }

    /// <summary>When it was made.</summary>
    public required Instant EditedAt { get; init; }

    /// <summary>Makes a revision: the one place where texts are normalised.</summary>
    /// <param name="item">The item.</param>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="variants">At least one, at most one for each account.</param>
    /// <param name="editedBy">Who makes it.</param>
    /// <param name="editedAt">When.</param>
    /// <exception cref="ArgumentException">There is no variant, two for one account, or a text is longer than 64 KiB.</exception>
    public static Revision Create(ContentItemId item, int number, IReadOnlyList<Variant> variants, Actor editedBy, Instant editedAt)
    {
        ArgumentNullException.ThrowIfNull(variants);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        if (variants.Count == 0)
        {
            throw new ArgumentException("A revision has no variant. Give it one for each channel account that is to speak.", nameof(variants));
        }

        if (variants.GroupBy(v => v.Account).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Account '{twice.Key}' has {twice.Count()} variants. Keep one for each account; a second post is a second item.", nameof(variants));
        }

        return new()
        {
            Item = item,
            Number = number,
            Variants = [.. variants.Select(v => v.Normalised()).OrderBy(v => v.Account.Value, StringComparer.Ordinal)],
            EditedBy = editedBy,
            EditedAt = editedAt,
        };
    }

    /// <summary>The variant of an account, or <see langword="null"/>.</summary>
    public Variant? FindVariant(ChannelAccountId account) => Variants.FirstOrDefault(v => v.Account == account);

    /// <summary>The hash of all variants together.</summary>
    public ContentHash ComputeBundleHash() => ContentBundle.HashOf(Variants.Select(v => (v.Account, v.ComputeHash())));
}
