using System.Globalization;
using System.Security;
using System.Text;

namespace SocialOps.Reporting;

/// <summary>Horizontal bars as SVG. The same input gives the same bytes.</summary>
internal static class BarChart
{
    private const int Left = 190;
    private const int Width = 480;
    private const int Right = 110;
    private const int Row = 24;
    private const int Top = 30;

    public static string Draw(PageChart chart)
    {
        var height = Top + (chart.Bars.Count * Row) + 8;
        var most = Math.Max(chart.Bars.Select(b => b.First + b.Second).DefaultIfEmpty(0).Max(), double.Epsilon);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{Left + Width + Right}\" height=\"{height}\" viewBox=\"0 0 {Left + Width + Right} {height}\" font-family=\"sans-serif\" font-size=\"12\">\n<title>{Safe(chart.Title)}</title>\n");
        Legend(svg, chart);
        for (var i = 0; i < chart.Bars.Count; i++)
        {
            var (bar, y) = (chart.Bars[i], Top + (i * Row));
            var (first, second) = (bar.First / most * Width, bar.Second / most * Width);
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 8}\" y=\"{y + 15}\" text-anchor=\"end\">{Safe(bar.Label)}</text><rect x=\"{Left}\" y=\"{y + 3}\" width=\"{first:0.#}\" height=\"16\" fill=\"#2f6f9f\"/>");
            if (second > 0)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Left + first:0.#}\" y=\"{y + 3}\" width=\"{second:0.#}\" height=\"16\" fill=\"#c8553d\"/>");
            }

            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left + first + second + 6:0.#}\" y=\"{y + 15}\" fill=\"#444444\">{Safe(bar.Value)}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Legend(StringBuilder svg, PageChart chart)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Left}\" y=\"8\" width=\"12\" height=\"12\" fill=\"#2f6f9f\"/><text x=\"{Left + 18}\" y=\"18\">{Safe(chart.FirstName)}</text>");
        if (chart.SecondName is { } second)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Left + 180}\" y=\"8\" width=\"12\" height=\"12\" fill=\"#c8553d\"/><text x=\"{Left + 198}\" y=\"18\">{Safe(second)}</text>");
        }

        svg.Append('\n');
    }

    private static string Safe(string text) => SecurityElement.Escape(text)!;
}
