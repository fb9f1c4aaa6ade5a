namespace SocialOps.AgencyFiles.Yaml;

/// <summary>What a YAML parser complains about, in words that say what to do.</summary>
internal static class SyntaxAdvice
{
    private static readonly (string Complaint, string Advice)[] s_known =
    [
        (" tab ", "a tab indents this line; YAML takes spaces only."),
        ("invalid mapping", "there is a second ': ' in this value, or its lines are indented as if it had keys; put a text with ': ' in quotes, or write the keys below."),
        ("quoted scalar, found unexpected end", "the quote that begins here is never closed; close it."),
        ("unknown escape", "'\\' in double quotes begins an escape that does not exist; write '\\\\', or use single quotes."),
        ("expected ',' or '}'", "the '{' above is not closed; close it with '}', and put ',' between its keys."),
        ("expected ',' or ']'", "the '[' above is not closed; close it with ']', and put ',' between its values."),
        ("expected '-' indicator", "the list above goes on with '- ', but this line does not begin so; indent it, or begin it with '- '."),
        ("cannot start any token", "a value cannot begin with this character; put the value in quotes."),
        ("expected key", "this line is not indented as the lines above it; give the keys of one block the same indentation."),
        ("could not find expected ':'", "there is no ':' after the key that stands here; write 'key: value'."),
        ("expected node content", "a value is missing here, or a bracket is left over; complete it or take it out."),
        ("incompatible YAML", "the %YAML line names a version that is not read; take the line out."),
    ];

    public static string For(string complaint)
    {
        foreach (var (known, advice) in s_known)
        {
            if (complaint.Contains(known, StringComparison.OrdinalIgnoreCase))
            {
                return advice;
            }
        }

        return $"this is not YAML: {complaint.TrimEnd('.')}; put the value in quotes, or look at the indentation.";
    }

    /// <summary>The first tab that indents a line, for the parser names another place.</summary>
    public static Position? FirstTab(string text)
    {
        var line = 1;
        foreach (var content in text.AsSpan().EnumerateLines())
        {
            var tab = content.IndexOf('\t');
            if (tab >= 0 && content[..tab].IsWhiteSpace() && !content.IsWhiteSpace())
            {
                return new(line, tab + 1);
            }

            line++;
        }

        return null;
    }
}
