using NodaTime;

namespace SocialOps.Content.Canonical;

/// <summary>
/// A variant's canonical bytes. Format 1: an RFC 8785 object with the members below in ordinal order; what is not set is left out, so a later release may add a member without changing the
/// hash of content that does not use it. The words of enums are written here and not taken from their names: renaming one changes no hash.
/// </summary>
internal static class VariantBytes
{
    public const int Format = 1;

    public static byte[] Of(Variant variant)
    {
        using var json = new CanonicalWriter();
        Write(json, variant);
        return json.Written.ToArray();
    }

    public static ContentHash HashOf(Variant variant)
    {
        using var json = new CanonicalWriter();
        Write(json, variant);
        return ContentHash.Of(json.Written);
    }

    private static void Write(CanonicalWriter json, Variant variant)
    {
        json.Begin('{').Member("account").Text(variant.Account.Value);
        WriteAudience(json, variant.Audience);
        WriteText(json, "firstComment", variant.FirstComment);
        json.Member("format").Number(Format).Member("kind").Text(WordOf(variant.Kind));
        WriteText(json, "language", variant.Language);
        WriteText(json, "link", variant.Link);
        WriteMedia(json, variant.Media);
        if (variant.IsPaidPartnership)
        {
            json.Member("paidPartnership").True();
        }

        WritePoll(json, variant.Poll);
        WriteText(json, "replyTo", variant.ReplyTo);
        json.Member("text").Text(variant.Text).End('}');
    }

    private static void WriteAudience(CanonicalWriter json, Audience audience)
    {
        json.Member("audience").Begin('{');
        if (audience.Countries.Count > 0)
        {
            json.Member("countries");
            WriteTexts(json, audience.Countries);
        }

        if (audience.MinAge is { } age)
        {
            json.Member("minAge").Number(age);
        }

        json.Member("visibility").Text(WordOf(audience.Visibility)).End('}');
    }

    private static void WriteMedia(CanonicalWriter json, IReadOnlyList<MediaItem> media)
    {
        if (media.Count == 0)
        {
            return;
        }

        json.Member("media").Begin('[');
        foreach (var item in media)
        {
            json.Begin('{');
            WriteText(json, "altText", item.AltText);
            if (item.Crop is { } crop)
            {
                json.Member("crop").Begin('[').Number(crop.Left).Number(crop.Top).Number(crop.Width).Number(crop.Height).End(']');
            }

            json.Member("file").Text(item.File.Value);
            WriteText(json, "thumbnail", item.Thumbnail?.Value);
            json.End('}');
        }

        json.End(']');
    }

    private static void WritePoll(CanonicalWriter json, Poll? poll)
    {
        if (poll is null)
        {
            return;
        }

        json.Member("poll").Begin('{');
        if (poll.IsMultiple)
        {
            json.Member("multiple").True();
        }

        json.Member("options");
        WriteTexts(json, poll.Options);
        json.Member("seconds").Number(poll.Length.BclCompatibleTicks / NodaConstants.TicksPerSecond).End('}');
    }

    private static void WriteText(CanonicalWriter json, string member, string? text)
    {
        if (text is not null)
        {
            json.Member(member).Text(text);
        }
    }

    private static void WriteTexts(CanonicalWriter json, IReadOnlyList<string> texts)
    {
        json.Begin('[');
        foreach (var text in texts)
        {
            json.Text(text);
        }

        json.End(']');
    }

    private static string WordOf(PostKind kind) => kind switch
    {
        PostKind.Post => "post",
        PostKind.Story => "story",
        PostKind.Reel => "reel",
        PostKind.Video => "video",
        PostKind.Reply => "reply",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of post."),
    };

    private static string WordOf(Visibility visibility) => visibility switch
    {
        Visibility.Public => "public",
        Visibility.Unlisted => "unlisted",
        Visibility.Followers => "followers",
        Visibility.Direct => "direct",
        _ => throw new ArgumentOutOfRangeException(nameof(visibility), visibility, "Not a visibility."),
    };
}
