using SocialOps.Channels;
using SocialOps.Content.Checks;

namespace SocialOps.Content;

/// <summary>A variant against what its network takes. Pure.</summary>
public static class VariantCheck
{
    /// <summary>Every fault at once, in the order of the variant's members.</summary>
    /// <param name="variant">The variant, normalised.</param>
    /// <param name="limits">What its network takes.</param>
    /// <param name="assets">What is known of its files.</param>
    public static IReadOnlyList<ContentFinding> Check(Variant variant, NetworkLimits limits, IReadOnlyDictionary<FileHash, MediaAsset> assets)
    {
        ArgumentNullException.ThrowIfNull(variant);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(assets);
        var place = PlaceOf(variant);
        return [.. TextCheck.Check(variant, limits, place), .. MediaCheck.Check(variant, limits, assets, place), .. PollCheck.Check(variant, limits, place)];
    }

    internal static string PlaceOf(Variant variant) => $"variants[{variant.Account}]";
}
