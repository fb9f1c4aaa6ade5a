using System.Text;

namespace SocialOps.Time;

/// <summary>A line of an iCalendar text: NAME;PARAMETERS:VALUE, unfolded.</summary>
/// <param name="Number">Where it begins in the text, from 1.</param>
/// <param name="Name">The name, in capitals.</param>
/// <param name="Value">The value as written.</param>
internal sealed record ContentLine(int Number, string Name, string Value)
{
    /// <summary>The value without its escapes.</summary>
    public string Text => Value
        .Replace("\\\\", "\0", StringComparison.Ordinal)
        .Replace("\\n", " ", StringComparison.OrdinalIgnoreCase)
        .Replace("\\,", ",", StringComparison.Ordinal)
        .Replace("\\;", ";", StringComparison.Ordinal)
        .Replace('\0', '\\')
        .Trim();

    public bool Is(string name, string value) => Name == name && string.Equals(Value, value, StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<ContentLine> Read(string text)
    {
        var lines = text.TrimStart('\uFEFF').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var number = i + 1;
            var line = new StringBuilder(lines[i].TrimEnd('\r'));
            while (i + 1 < lines.Length && lines[i + 1] is [' ' or '\t', ..])
            {
                line.Append(lines[++i].TrimEnd('\r').AsSpan(1));
            }

            if (Parse(number, line.ToString()) is { } parsed)
            {
                yield return parsed;
            }
        }
    }

    private static ContentLine? Parse(int number, string line)
    {
        var (nameEnd, isQuoted) = (-1, false);
        for (var i = 0; i < line.Length; i++)
        {
            isQuoted ^= line[i] == '"';
            if (isQuoted || line[i] is not (';' or ':'))
            {
                continue;
            }

            nameEnd = nameEnd < 0 ? i : nameEnd;
            if (line[i] == ':')
            {
                return new(number, line[..nameEnd].ToUpperInvariant(), line[(i + 1)..].Trim());
            }
        }

        return null;
    }
}
