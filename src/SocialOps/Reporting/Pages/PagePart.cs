namespace SocialOps.Reporting;

/// <summary>A page before it is Markdown or HTML.</summary>
internal sealed record Page(string Title, string Subtitle, IReadOnlyList<PagePart> Parts);

/// <summary>A part of a page: a heading, sentences, perhaps a table and a chart.</summary>
internal sealed record PagePart(string Heading, IReadOnlyList<string> Sentences, PageTable? Table = null, PageChart? Chart = null);

/// <summary>A table; the first column is text, the others are right-aligned.</summary>
internal sealed record PageTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>Bars, one a row: a first part and, where there is one, a second beside it.</summary>
internal sealed record PageChart(string Title, string FirstName, string? SecondName, IReadOnlyList<PageBar> Bars);

/// <summary>A bar.</summary>
internal sealed record PageBar(string Label, double First, double Second, string Value);
