using System.Text;

namespace SocialOps.Responses;

/// <summary>
/// A logic-less template: text with <c>{{author}}</c>, <c>{{author|first}}</c>, <c>{{client}}</c> or <c>{{network}}</c>. It is filled in one pass, so that what a value holds is never read as a template; values are neutralised by
/// <see cref="ReplyValue"/>. Immutable and thread-safe.
/// </summary>
internal sealed class ReplyTemplate
{
    private readonly List<(string Text, string? Name, bool First)> _parts = [];

    private ReplyTemplate()
    {
    }

    /// <summary>The names that a template may use.</summary>
    public static IReadOnlyList<string> Names { get; } = ["author", "client", "network"];

    /// <summary>Reads a template.</summary>
    /// <param name="text">The template.</param>
    /// <param name="mistakes">Everything that is wrong with it, with the way out; empty when it can be used.</param>
    public static ReplyTemplate Parse(string text, out IReadOnlyList<string> mistakes)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (template, found, at) = (new ReplyTemplate(), new List<string>(), 0);
        while (at < text.Length)
        {
            var open = text.IndexOf("{{", at, StringComparison.Ordinal);
            template._parts.Add((open < 0 ? text[at..] : text[at..open], null, false));
            if (open < 0)
            {
                break;
            }

            var close = text.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0)
            {
                found.Add("'{{' is not closed; write e.g. {{author}}.");
                break;
            }

            template.AddName(text[(open + 2)..close], found);
            at = close + 2;
        }

        mistakes = found;
        return template;
    }

    /// <summary>Fills the template in, once.</summary>
    /// <param name="values">The value of a name; already neutralised.</param>
    public string Render(Func<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var result = new StringBuilder();
        foreach (var (text, name, first) in _parts)
        {
            result.Append(name is null ? text : first ? FirstWord(values(name)) : values(name));
        }

        return result.ToString();
    }

    /// <summary>Whether a text is this template, filled in with something: its own words stand there, in their order, from the beginning to the end.</summary>
    /// <param name="text">The text.</param>
    public bool CouldRender(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = Literals();
        if (words.Count == 1)
        {
            return text == words[0];
        }

        if (text.Length < words[0].Length + words[^1].Length || !text.StartsWith(words[0], StringComparison.Ordinal) || !text.EndsWith(words[^1], StringComparison.Ordinal))
        {
            return false;
        }

        var (at, end) = (words[0].Length, text.Length - words[^1].Length);
        foreach (var word in words.Skip(1).SkipLast(1))
        {
            var found = text.IndexOf(word, at, end - at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + word.Length;
        }

        return true;
    }

    /// <summary>What stands before, between and after the names; one more than there are names.</summary>
    private List<string> Literals()
    {
        var literals = new List<string> { "" };
        foreach (var (text, name, _) in _parts)
        {
            if (name is null)
            {
                literals[^1] += text;
            }
            else
            {
                literals.Add("");
            }
        }

        return literals;
    }

    private void AddName(string inside, List<string> mistakes)
    {
        var (name, filter) = inside.Split('|') is [var before, var after] ? (before.Trim(), after.Trim()) : (inside.Trim(), null);
        if (!Names.Contains(name))
        {
            mistakes.Add($"'{{{{{inside}}}}}' names nothing that is known; possible: {string.Join(", ", Names)}.");
        }
        else if (filter is not (null or "first"))
        {
            mistakes.Add($"'{filter}' is no filter; possible: first.");
        }

        _parts.Add(("", name, filter is not null));
    }

    private static string FirstWord(string value) => value.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries) is [var first, ..] ? first : value;
}
