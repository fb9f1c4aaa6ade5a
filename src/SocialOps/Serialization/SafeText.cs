using System.Buffers;
using System.Globalization;
using System.Text;

namespace SocialOps.Serialization;

/// <summary>
/// Text that every store and every renderer can hold: U+0000, lone surrogates and noncharacters become U+FFFD, of more than 30 combining marks in a row the rest is left out, and what is longer than the cap is cut at a whole character.
/// The raw bytes are kept elsewhere.
/// </summary>
/// <param name="Value">Well-formed UTF-16 without U+0000.</param>
/// <param name="WasRepaired">Something was replaced.</param>
/// <param name="WasTruncated">Something was cut off.</param>
public readonly record struct SafeText(string Value, bool WasRepaired, bool WasTruncated)
{
    /// <summary>The most UTF-8 bytes that a text field keeps: 64 KiB.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>No language needs more (UAX #15, Stream-Safe Text Format), and normalising thousands of them takes the square of their number.</summary>
    private const int MostMarks = 30;

    /// <summary>Makes any text safe. Allocates nothing when the text is safe already.</summary>
    /// <param name="text">Any UTF-16, well-formed or not.</param>
    public static SafeText From(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (cut, repair) = Measure(text);
        if (!repair)
        {
            return cut == text.Length ? new(text, false, false) : new(text[..cut], false, true);
        }

        var result = new StringBuilder(cut);
        var rest = text.AsSpan(0, cut);
        var marks = 0;
        while (!rest.IsEmpty)
        {
            var status = Rune.DecodeFromUtf16(rest, out var rune, out var consumed);
            marks = IsMark(rune) ? marks + 1 : 0;
            if (marks <= MostMarks)
            {
                result.Append(status == OperationStatus.Done && !IsUnsafe(rune) ? rest[..consumed] : "\uFFFD");
            }

            rest = rest[consumed..];
        }

        return new(result.ToString(), true, cut < text.Length);
    }

    /// <summary>U+0000, and the code points that Unicode sets aside for no character: normalisation refuses them.</summary>
    private static bool IsUnsafe(Rune rune) => rune.Value == 0 || (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    private static bool IsMark(Rune rune) => rune.Value >= 0x300 && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static (int Cut, bool Repair) Measure(string text)
    {
        var (bytes, index, marks, repair) = (0, 0, 0, false);
        while (index < text.Length)
        {
            var status = Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out var consumed);
            marks = IsMark(rune) ? marks + 1 : 0;
            repair |= status != OperationStatus.Done || IsUnsafe(rune) || marks > MostMarks;
            bytes += marks > MostMarks ? 0 : status == OperationStatus.Done && !IsUnsafe(rune) ? rune.Utf8SequenceLength : 3;
            if (bytes > MaxBytes)
            {
                break;
            }

            index += consumed;
        }

        return (index, repair);
    }
}
