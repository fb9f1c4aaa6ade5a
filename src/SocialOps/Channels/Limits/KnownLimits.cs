using System.Collections.Frozen;
using NodaTime;
using static SocialOps.Channels.AltTextRule;
using static SocialOps.Channels.MediaKind;
using static SocialOps.Channels.TextCounter;

namespace SocialOps.Channels;

/// <summary>
/// The networks' published limits of 2026. Text lengths, Bluesky's picture size and the number of media are documented by the networks; file sizes, mime types and polls are commonly known and
/// change with tier and instance: a connector that can ask its network replaces them.
/// </summary>
public static class KnownLimits
{
    private const long Megabyte = 1_000_000;
    private static readonly string[] Pictures = ["image/jpeg", "image/png", "image/webp", "image/gif"];
    private static readonly string[] Movies = ["video/mp4", "video/quicktime"];

    /// <summary>No limit at all: for networks without a profile.</summary>
    public static NetworkLimits Generic { get; } = new() { Network = "*", IsKnown = false };

    /// <summary>X's basic tier: 280; set 25,000 for a premium account with <c>with</c>.</summary>
    public static NetworkLimits X { get; } = new()
    {
        Network = "x",
        Text = [new(XWeighted, 280)],
        FirstComment = [new(XWeighted, 280)],
        Media = [new(Image, 4, 5 * Megabyte, Pictures, Expected, new(Utf16, 1_000)), new(Animation, 1, 15 * Megabyte, ["image/gif"], Expected, new(Utf16, 1_000)), new(Video, 4, 512 * Megabyte, Movies, Unsupported)],
        MaxMedia = 4,
        Poll = new(4, new(Utf16, 25), Duration.FromMinutes(5), Duration.FromDays(7), MayBeMultiple: false),
    };

    /// <summary>A Mastodon instance as it comes: 500.</summary>
    public static NetworkLimits Mastodon { get; } = new()
    {
        Network = "mastodon",
        Text = [new(MastodonFlatUrl, 500)],
        FirstComment = [new(MastodonFlatUrl, 500)],
        Media = [new(Image, 4, 16 * Megabyte, [.. Pictures, "image/avif", "image/heic"], Expected, new(Grapheme, 1_500)), new(Animation, 4, 16 * Megabyte, ["image/gif"], Expected, new(Grapheme, 1_500)), new(Video, 1, 99 * Megabyte, [.. Movies, "video/webm"], Expected, new(Grapheme, 1_500))],
        MaxMedia = 4,
        MayMixMedia = false,
        Poll = new(4, new(Grapheme, 50), Duration.FromMinutes(5), Duration.FromDays(31), MayBeMultiple: true),
    };

    /// <summary>Bluesky: 300 graphemes and 3,000 bytes.</summary>
    public static NetworkLimits Bluesky { get; } = new()
    {
        Network = "bluesky",
        Text = [new(Grapheme, 300), new(Bytes, 3_000)],
        FirstComment = [new(Grapheme, 300), new(Bytes, 3_000)],
        Media = [new(Image, 4, 1_000_000, ["image/jpeg", "image/png", "image/webp"], Required, new(Grapheme, 2_000)), new(Video, 1, 100 * Megabyte, ["video/mp4"], Expected, new(Grapheme, 1_000))],
        MaxMedia = 4,
        MayMixMedia = false,
    };

    /// <summary>A Facebook page.</summary>
    public static NetworkLimits Facebook { get; } = new()
    {
        Network = "facebook",
        Text = [new(Utf16, 63_206)],
        FirstComment = [new(Utf16, 8_000)],
        Media = [new(Image, 10, 4 * Megabyte, ["image/jpeg", "image/png", "image/gif", "image/webp"]), new(Video, 1, 10_000 * Megabyte, Movies, Unsupported)],
        MaxMedia = 10,
        MayMixMedia = false,
    };

    /// <summary>An Instagram business account: never without media.</summary>
    public static NetworkLimits Instagram { get; } = new()
    {
        Network = "instagram",
        Text = [new(Utf16, 2_200)],
        FirstComment = [new(Utf16, 2_200)],
        Media = [new(Image, 10, 8 * Megabyte, ["image/jpeg"], Expected, new(Utf16, 1_000)), new(Video, 10, 300 * Megabyte, Movies, Unsupported)],
        MaxMedia = 10,
        NeedsMedia = true,
    };

    /// <summary>A LinkedIn organization.</summary>
    public static NetworkLimits LinkedIn { get; } = new()
    {
        Network = "linkedin",
        Text = [new(Utf16, 3_000)],
        FirstComment = [new(Utf16, 1_250)],
        Media = [new(Image, 20, 8 * Megabyte, ["image/jpeg", "image/png", "image/gif"], Expected, new(Utf16, 4_086)), new(Video, 1, 5_000 * Megabyte, ["video/mp4"], Unsupported), new(Document, 1, 100 * Megabyte, ["application/pdf"], Unsupported)],
        MaxMedia = 20,
        MayMixMedia = false,
        Poll = new(4, new(Utf16, 30), Duration.FromDays(1), Duration.FromDays(14), MayBeMultiple: false),
    };

    /// <summary>A YouTube channel: one video with its description.</summary>
    public static NetworkLimits YouTube { get; } = new()
    {
        Network = "youtube",
        Text = [new(Bytes, 5_000)],
        FirstComment = [new(Utf16, 10_000)],
        Media = [new(Video, 1, 256_000 * Megabyte, [], Unsupported)],
        MaxMedia = 1,
        NeedsMedia = true,
    };

    /// <summary>All profiles, by network id.</summary>
    public static IReadOnlyDictionary<string, NetworkLimits> All { get; }
        = new[] { X, Mastodon, Bluesky, Facebook, Instagram, LinkedIn, YouTube }.ToFrozenDictionary(l => l.Network, StringComparer.Ordinal);
}
