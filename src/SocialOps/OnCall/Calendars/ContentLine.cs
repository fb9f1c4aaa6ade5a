using System.Text;

namespace SocialOps.OnCall.Calendars;

/// <summary>One unfolded line: name, parameters, value.</summary>
internal sealed record ContentLine(int Number, string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
{
    internal string? this[string parameter] => Parameters.GetValueOrDefault(parameter);

    internal string Text => Value.Replace("\\n", "\n", StringComparison.OrdinalIgnoreCase).Replace("\\,", ",", StringComparison.Ordinal).Replace("\\;", ";", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);

    internal static IEnumerable<ContentLine> All(string text)
    {
        var (current, number, begun) = (new StringBuilder(), 0, 0);
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (raw.Length > 0 && raw[0] is ' ' or '\t')
            {
                current.Append(raw, 1, raw.Length - 1);
                continue;
            }

            if (current.Length > 0 && Parse(current.ToString(), begun) is { } line)
            {
                yield return line;
            }

            (begun, _) = (number, current.Clear().Append(raw));
        }

        if (current.Length > 0 && Parse(current.ToString(), begun) is { } last)
        {
            yield return last;
        }
    }

    private static ContentLine? Parse(string line, int number)
    {
        var colon = Unquoted(line, ':', 0);
        if (colon < 0)
        {
            return null;
        }

        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var head = line[..colon];
        var at = Unquoted(head, ';', 0);
        var name = line[..(at < 0 ? colon : at)].ToUpperInvariant();
        while (at >= 0)
        {
            var next = Unquoted(head, ';', at + 1);
            var part = line[(at + 1)..(next < 0 ? colon : next)];
            if (part.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
            {
                parameters[part[..equals]] = part[(equals + 1)..].Trim('"');
            }

            at = next;
        }

        return new(number, name, parameters, line[(colon + 1)..]);
    }

    private static int Unquoted(string text, char sign, int from)
    {
        var isQuoted = false;
        for (var i = from; i < text.Length; i++)
        {
            isQuoted ^= text[i] == '"';
            if (text[i] == sign && !isQuoted)
            {
                return i;
            }
        }

        return -1;
    }
}
