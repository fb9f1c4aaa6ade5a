using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace SocialOps.Storage;

/// <summary>A position in an ordered list as the opaque text of <see cref="PagedResult{T}.Next"/>: URL-safe, and the same in every store.</summary>
/// <param name="Value">The last item's first ordering value.</param>
/// <param name="Id">The last item's second ordering value.</param>
public readonly record struct PageToken(string Value, string Id)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The two ordering values as numbers.</summary>
    /// <exception cref="ArgumentException">They are not numbers: the text came from another kind of list.</exception>
    public (long First, long Second) Numbers
        => long.TryParse(Value, CultureInfo.InvariantCulture, out var first) && long.TryParse(Id, CultureInfo.InvariantCulture, out var second)
            ? (first, second)
            : throw Refused(null);

    /// <summary>The position that a page's <see cref="PagedResult{T}.Next"/> stands for.</summary>
    /// <exception cref="ArgumentException">The text is not one of those.</exception>
    public static PageToken Parse(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        try
        {
            var text = Strict.GetString(Base64Url.DecodeFromChars(token));
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            var length = int.Parse(text.AsSpan(0, Math.Max(colon, 0)), NumberStyles.None, CultureInfo.InvariantCulture);
            return new(text.Substring(colon + 1, length), text[(colon + 1 + length)..]);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
        {
            throw Refused(e);
        }
    }

    /// <summary>The position of a list that is ordered by numbers.</summary>
    public static PageToken OfNumbers(long first, long second) => new(first.ToString(CultureInfo.InvariantCulture), second.ToString(CultureInfo.InvariantCulture));

    /// <summary>The opaque text.</summary>
    public override string ToString() => Base64Url.EncodeToString(Strict.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Value.Length}:{Value}{Id}")));

    private static ArgumentException Refused(Exception? why) => new("The Continue is not the Next of a page. Hand back what the page before returned, unchanged.", why);
}
