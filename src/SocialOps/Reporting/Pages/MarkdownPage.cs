using System.Text;

namespace SocialOps.Reporting;

internal static class MarkdownPage
{
    public static string Write(Page page)
    {
        var text = new StringBuilder().Append("# ").Append(Safe(page.Title)).Append("\n\n").Append(Safe(page.Subtitle)).Append('\n');
        foreach (var part in page.Parts)
        {
            text.Append("\n## ").Append(Safe(part.Heading)).Append('\n');
            foreach (var sentence in part.Sentences)
            {
                text.Append('\n').Append(Safe(sentence)).Append('\n');
            }

            if (part.Table is { Rows.Count: > 0 } table)
            {
                text.Append('\n');
                Row(text, table.Columns);
                Row(text, [.. table.Columns.Select((_, i) => i == 0 ? "---" : "---:")]);
                foreach (var row in table.Rows)
                {
                    Row(text, [.. row.Select(Safe)]);
                }
            }
        }

        return text.ToString();
    }

    private static void Row(StringBuilder text, IReadOnlyList<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    /// <summary>What people wrote must not become markup.</summary>
    private static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings(" "))
        {
            if (c is '|' or '<' or '>' or '*' or '_' or '`' or '[' or ']' or '\\' or '#' or '!')
            {
                safe.Append('\\');
            }

            safe.Append(c);
        }

        return safe.ToString();
    }
}
