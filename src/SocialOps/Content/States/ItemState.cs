namespace SocialOps.Content;

/// <summary>An item's state, derived from its variants' and never stored.</summary>
/// <param name="State">All equal: that. All ended but differently: partially published, or without any published one the first in the enum's order. Otherwise the least advanced; a held one beside a published one is partially published, so a hold never hides what people can see.</param>
/// <param name="Published">How many are there.</param>
/// <param name="Held">How many are held back.</param>
/// <param name="Total">How many there are.</param>
public sealed record ItemState(ContentState State, int Published, int Held, int Total)
{
    /// <summary>Derives it.</summary>
    /// <param name="variants">Where each variant stands; at least one.</param>
    /// <exception cref="ArgumentException">There is none, or one of them is said to be partially published: that is an item's state.</exception>
    public static ItemState Of(IReadOnlyCollection<ContentState> variants)
    {
        ArgumentNullException.ThrowIfNull(variants);
        if (variants.Count == 0 || variants.Contains(ContentState.PartiallyPublished))
        {
            throw new ArgumentException("Give the state of each variant, at least one; PartiallyPublished is an item's.", nameof(variants));
        }

        var least = variants.Min();
        var published = variants.Count(v => v == ContentState.Published);
        var isMixed = published > 0 && published < variants.Count;
        var state = isMixed && (IsTerminal(least) || least == ContentState.Held) ? ContentState.PartiallyPublished : least;
        return new(state, published, variants.Count(v => v == ContentState.Held), variants.Count);
    }

    /// <summary>Whether nothing follows by itself any more.</summary>
    public static bool IsTerminal(ContentState state) => state >= ContentState.Rejected;

    /// <summary>The state of a variant that is not scheduled yet.</summary>
    public static ContentState Of(VariantState state) => state switch
    {
        VariantState.Draft => ContentState.Draft,
        VariantState.InReview => ContentState.InReview,
        VariantState.ChangesRequested => ContentState.ChangesRequested,
        VariantState.Approved => ContentState.Approved,
        VariantState.Expired => ContentState.Expired,
        VariantState.Rejected => ContentState.Rejected,
        VariantState.Withdrawn => ContentState.Withdrawn,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a variant's state."),
    };
}
