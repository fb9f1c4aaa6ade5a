using SocialOps.Time;

namespace SocialOps.Reporting;

/// <summary>A month as a page that people read; the same report gives the same bytes. Pure and thread-safe.</summary>
public static class ReportPage
{
    /// <summary>As Markdown (CommonMark with tables).</summary>
    /// <param name="report">The report.</param>
    /// <param name="language">The language of the page.</param>
    public static string ToMarkdown(this MonthReport report, TextLanguage language) => MarkdownPage.Write(PageParts.Of(report, PageWords.In(language)));

    /// <summary>As one HTML document without anything from elsewhere: charts are SVG, inline.</summary>
    /// <param name="report">The report.</param>
    /// <param name="language">The language of the page.</param>
    public static string ToHtml(this MonthReport report, TextLanguage language) => HtmlPage.Write(PageParts.Of(report, PageWords.In(language)), language);

    /// <summary>As CSV (RFC 4180) with the columns section, name, value, unit; numbers with a point, durations in whole seconds.</summary>
    /// <param name="report">The report.</param>
    public static string ToCsv(this MonthReport report) => CsvPage.Write(report);
}
