using SocialOps.Channels;

namespace SocialOps.Content.Checks;

/// <summary>Media against a network's rules.</summary>
internal static class MediaCheck
{
    public static IEnumerable<ContentFinding> Check(Variant variant, NetworkLimits limits, IReadOnlyDictionary<FileHash, MediaAsset> assets, string place)
    {
        var files = variant.Media.Select((m, i) => (Item: m, Asset: assets.GetValueOrDefault(m.File), Place: $"{place}.media[{i}]")).ToList();
        return Together(variant, limits, [.. files.Where(f => f.Asset is not null).Select(f => f.Asset!)], place)
            .Concat(files.SelectMany(f => f.Asset is null ? Unknown(f.Item, f.Place) : One(f.Item, f.Asset, limits, f.Place)));
    }

    private static IEnumerable<ContentFinding> Together(Variant variant, NetworkLimits limits, List<MediaAsset> assets, string place)
    {
        var (at, count) = ($"{place}.media", variant.Media.Count);
        if (limits.NeedsMedia && count == 0)
        {
            yield return ContentFinding.Error("media.needed", at, "none", $"{limits.Network} takes no post without media.", "Add a file.");
        }

        if (count > limits.MaxMedia)
        {
            yield return ContentFinding.Error("media.count", at, $"{count} files", $"{limits.Network} takes at most {limits.MaxMedia} files.", $"Remove {count - limits.MaxMedia}.");
        }

        if (!limits.MayMixMedia && assets.Select(a => a.Kind).Distinct().Count() > 1)
        {
            yield return ContentFinding.Error("media.mixed", at, string.Join(", ", assets.Select(a => a.Kind).Distinct().Order()), $"{limits.Network} takes one kind of media in a post.", "Keep one kind; send the other as a post of its own.");
        }

        foreach (var kind in assets.GroupBy(a => a.Kind).OrderBy(g => g.Key))
        {
            if (limits.Media?.FirstOrDefault(r => r.Kind == kind.Key) is { } rule && kind.Count() > rule.MaxCount && (limits.MaxMedia is null || count <= limits.MaxMedia))
            {
                yield return ContentFinding.Error("media.count", at, $"{kind.Count()} x {kind.Key}", $"{limits.Network} takes at most {rule.MaxCount} of the kind {kind.Key}.", $"Remove {kind.Count() - rule.MaxCount}.");
            }
        }
    }

    private static IEnumerable<ContentFinding> Unknown(MediaItem item, string place)
        => [ContentFinding.Error("media.unknown-file", $"{place}.file", item.File.Value, "Nothing is known of this file.", "Add it to the item's assets with its type, size and rights first.")];

    private static IEnumerable<ContentFinding> One(MediaItem item, MediaAsset asset, NetworkLimits limits, string place)
    {
        if (string.IsNullOrWhiteSpace(asset.RightsNote))
        {
            yield return ContentFinding.Warning("media.rights", $"{place}.file", asset.File.Value, "Nobody has noted under which rights it may be shown.", "Note the licence, or the consent of the people in it.");
        }

        if (item.Crop is { } crop && (crop.Left < 0 || crop.Top < 0 || crop.Width < 1 || crop.Height < 1 || (long)crop.Left + crop.Width > (asset.Width ?? int.MaxValue) || (long)crop.Top + crop.Height > (asset.Height ?? int.MaxValue)))
        {
            yield return ContentFinding.Error("media.crop", $"{place}.crop", crop.ToString(), $"It reaches beyond the picture of {asset.Width} x {asset.Height} pixels.", "Choose a part inside of it.");
        }

        if (limits.Media is null)
        {
            yield break;
        }

        if (limits.Media.FirstOrDefault(r => r.Kind == asset.Kind) is not { } rule)
        {
            yield return ContentFinding.Error("media.kind", $"{place}.file", asset.Kind.ToString(), $"{limits.Network} takes no file of the kind {asset.Kind}.", $"Use {string.Join(" or ", limits.Media.Select(r => r.Kind))}.");
            yield break;
        }

        if (asset.Bytes > rule.MaxBytes)
        {
            yield return ContentFinding.Error("media.bytes", $"{place}.file", $"{asset.Bytes} bytes", $"{limits.Network} takes at most {rule.MaxBytes} bytes for the kind {rule.Kind}.", "Save it smaller.");
        }

        if (rule.MimeTypes.Count > 0 && !rule.MimeTypes.Contains(asset.MimeType, StringComparer.OrdinalIgnoreCase))
        {
            yield return ContentFinding.Error("media.mime", $"{place}.file", asset.MimeType, $"{limits.Network} does not take this type.", $"Save it as {string.Join(" or ", rule.MimeTypes)}.");
        }

        foreach (var finding in AltText(item, rule, limits, $"{place}.altText"))
        {
            yield return finding;
        }
    }

    private static IEnumerable<ContentFinding> AltText(MediaItem item, MediaRule rule, NetworkLimits limits, string place) => (item.AltText, rule.AltText) switch
    {
        (null, AltTextRule.Required) => [ContentFinding.Error("alt.missing", place, "", $"{limits.Network} needs a description for people who cannot see the picture.", "Say what it shows, in a sentence.")],
        (null, AltTextRule.Expected) => [ContentFinding.Warning("alt.missing", place, "", "People who cannot see the picture are told nothing.", "Say what it shows, in a sentence.")],
        ({ } alt, AltTextRule.Unsupported) => [ContentFinding.Warning("alt.unsupported", place, alt, $"{limits.Network} has no place for it and drops it.", "Say it in the text if it matters.")],
        ({ } alt, _) when rule.MaxAltText is { } most => TextCheck.Length(alt, [most], limits, place),
        _ => [],
    };
}
