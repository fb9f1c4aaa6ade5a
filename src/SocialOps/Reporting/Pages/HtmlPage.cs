using System.Security;
using System.Text;
using SocialOps.Time;

namespace SocialOps.Reporting;

internal static class HtmlPage
{
    private const string Style = "body{font:16px/1.5 system-ui,sans-serif;max-width:54rem;margin:2rem auto;padding:0 1rem;color:#222}h1{margin-bottom:0}h2{margin-top:2.2rem;border-bottom:1px solid #ddd}table{border-collapse:collapse;margin:.8rem 0}th,td{padding:.25rem .9rem .25rem 0;text-align:right;vertical-align:top}th:first-child,td:first-child{text-align:left}th{border-bottom:1px solid #999}tr:nth-child(even) td{background:#f6f6f6}svg{max-width:100%;height:auto}.sub{color:#666}";

    public static string Write(Page page, TextLanguage language)
    {
        var text = new StringBuilder()
            .Append("<!DOCTYPE html>\n<html lang=\"").Append(language == TextLanguage.German ? "de" : "en").Append("\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
            .Append(Safe(page.Title)).Append("</title><style>").Append(Style).Append("</style></head>\n<body>\n<h1>").Append(Safe(page.Title)).Append("</h1>\n<p class=\"sub\">").Append(Safe(page.Subtitle)).Append("</p>\n");
        foreach (var part in page.Parts)
        {
            text.Append("<h2>").Append(Safe(part.Heading)).Append("</h2>\n");
            foreach (var sentence in part.Sentences)
            {
                text.Append("<p>").Append(Safe(sentence)).Append("</p>\n");
            }

            if (part.Chart is { Bars.Count: > 0 } chart)
            {
                text.Append(BarChart.Draw(chart));
            }

            if (part.Table is { Rows.Count: > 0 } table)
            {
                text.Append("<table><thead>");
                Row(text, "th", table.Columns);
                text.Append("</thead><tbody>\n");
                foreach (var row in table.Rows)
                {
                    Row(text, "td", row);
                }

                text.Append("</tbody></table>\n");
            }
        }

        return text.Append("</body>\n</html>\n").ToString();
    }

    private static void Row(StringBuilder text, string tag, IReadOnlyList<string> cells)
    {
        text.Append("<tr>");
        foreach (var cell in cells)
        {
            text.Append('<').Append(tag).Append('>').Append(Safe(cell)).Append("</").Append(tag).Append('>');
        }

        text.Append("</tr>\n");
    }

    private static string Safe(string text) => SecurityElement.Escape(text)!;
}
