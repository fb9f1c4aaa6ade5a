using System.Text;
using SocialOps.Serialization;

namespace SocialOps.Content.Canonical;

/// <summary>Text as it is reviewed, hashed and sent: NFC, lines end with LF, no blanks at the end of a line or of the text.</summary>
internal static class ContentText
{
    public static string Normalise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var safe = SafeText.From(text);
        var normal = TrimLines(safe.Value.Normalize(NormalizationForm.FormC));
        return !safe.WasTruncated && Encoding.UTF8.GetByteCount(normal) <= SafeText.MaxBytes
            ? normal
            : throw new ArgumentException($"The text that begins with '{text[..40]}' is longer than {SafeText.MaxBytes} bytes of UTF-8, and nothing is cut off silently. Shorten it.", nameof(text));
    }

    private static string TrimLines(string text)
    {
        if (IsTrimmed(text))
        {
            return text;
        }

        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n').Select(l => l.TrimEnd());
        return string.Join('\n', lines).TrimEnd();
    }

    private static bool IsTrimmed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) && (text[i] is '\r' || i + 1 == text.Length || text[i + 1] is '\n' && text[i] is not '\n'))
            {
                return false;
            }
        }

        return true;
    }
}
