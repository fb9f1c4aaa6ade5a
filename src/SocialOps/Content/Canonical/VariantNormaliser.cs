using NodaTime;
using SocialOps.Serialization;

namespace SocialOps.Content.Canonical;

/// <summary>One form for one content, made once, when a revision is made.</summary>
internal static class VariantNormaliser
{
    public static Variant Normalise(Variant variant) => variant with
    {
        Text = ContentText.Normalise(variant.Text),
        Link = Line(variant.Link),
        FirstComment = Optional(variant.FirstComment),
        Media = [.. variant.Media.Select(m => m with { AltText = Optional(m.AltText) })],
        Poll = variant.Poll is { } poll ? poll with { Options = [.. poll.Options.Select(ContentText.Normalise)], Length = WholeSeconds(poll.Length) } : null,
        Audience = variant.Audience with { Countries = [.. variant.Audience.Countries.Select(c => c.Trim().ToUpperInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] },
        Language = Line(variant.Language),
        ReplyTo = Line(variant.ReplyTo),
    };

    /// <summary>A text that says nothing is not set.</summary>
    private static string? Optional(string? text) => text is null ? null : ContentText.Normalise(text) is { Length: > 0 } normal ? normal : null;

    /// <summary>An address or an id is kept letter by letter: only what no store can hold and the blanks around it go.</summary>
    private static string? Line(string? text) => text is null ? null : SafeText.From(text).Value.Trim() is { Length: > 0 } line ? line : null;

    private static Duration WholeSeconds(Duration length) => Duration.FromSeconds(length.BclCompatibleTicks / NodaConstants.TicksPerSecond);
}
