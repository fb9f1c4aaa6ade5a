using System.Text;
using System.Text.Unicode;

namespace SocialOps.AgencyFiles.Yaml;

/// <summary>A file's bytes as text; what is not text gets a finding.</summary>
internal static class SourceText
{
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>The text of a file, or <see langword="null"/> with a finding.</summary>
    public static string? ReadFile(string path, Report report)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[MaxBytes + 1];
        var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return Decode(bytes.AsSpan(0, length), report);
    }

    private static string? Decode(ReadOnlySpan<byte> bytes, Report report)
    {
        var start = new Position(1, 1);
        if (bytes.Length > MaxBytes)
        {
            report.Error("", start, TooLong);
            return null;
        }

        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || (bytes.Length > 1 && (bytes[0] == 0 || bytes[1] == 0)))
        {
            report.Error("", start, "the file is UTF-16, not UTF-8; save it as UTF-8.");
            return null;
        }

        bytes = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
        if (Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var (at, value) = FirstInvalid(bytes);
        report.Error("", at, $"the byte 0x{value:X2} is not UTF-8; save the file as UTF-8.");
        return null;
    }

    private static (Position At, byte Value) FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var chars = new char[bytes.Length];
        Utf8.ToUtf16(bytes, chars, out var read, out var written, replaceInvalidSequences: false);
        var before = chars.AsSpan(0, written);
        return (new(before.Count('\n') + 1, written - before.LastIndexOf('\n')), bytes[read]);
    }

    /// <summary>Reports what no agency file can be: too long, or with characters that no text has.</summary>
    public static bool IsReadable(string text, Report report)
    {
        if (Encoding.UTF8.GetByteCount(text) > MaxBytes)
        {
            report.Error("", new(1, 1), TooLong);
            return false;
        }

        var (line, lineStart) = (1, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                (line, lineStart) = (line + 1, i + 1);
            }
            else if (IsForeign(text, i))
            {
                report.Error("", new(line, i - lineStart + 1), $"the character U+{(int)text[i]:X4} cannot stand in a text; take it out.");
                return false;
            }
        }

        return true;
    }

    private static string TooLong => $"the file is longer than {MaxBytes / 1024 / 1024} MiB; an agency file is a few pages. Is it the right file?";

    private static bool IsForeign(string text, int index) => text[index] switch
    {
        '\t' or '\r' or '\u0085' => false,
        '\uFEFF' => index > 0,
        var c when char.IsHighSurrogate(c) => index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]),
        var c when char.IsLowSurrogate(c) => index == 0 || !char.IsHighSurrogate(text[index - 1]),
        var c => char.IsControl(c) || c is '\uFFFE' or '\uFFFF',
    };
}
