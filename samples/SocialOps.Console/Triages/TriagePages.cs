using System.Text.Json;
using System.Text.Json.Serialization;
using SocialOps.Definitions;
using SocialOps.Inbox;
using SocialOps.Responses;

namespace SocialOps.Console.Triages;

/// <summary>Writes a triage for people or machines.</summary>
internal static class TriagePages
{
    private const int MostChanges = 20;

    public static void WriteSummary(TextWriter output, TriageReport report, bool json)
    {
        if (json)
        {
            var changes = report.Changes.Select(c => new ChangeJson(c.Item.ExternalId, c.Change.Differences)).ToList();
            output.WriteLine(JsonSerializer.Serialize(new SummaryJson(report.Lines, report.Unreadable, report.ByCategory, report.BySource, report.ByPattern, report.ByGuard, report.Compares ? changes : null), TriageJson.Default.SummaryJson));
            return;
        }

        output.WriteLine($"{report.Lines} lines, {report.Unreadable} unreadable.");
        WriteCounts(output, "category", report.ByCategory);
        WriteCounts(output, "labelled by", report.BySource);
        WriteCounts(output, "pattern", report.ByPattern);
        WriteCounts(output, "guard", report.ByGuard);
        if (report.Compares)
        {
            WriteChanges(output, report);
        }
    }

    public static void WriteTrace(TextWriter output, TriagedItem item, ResponsibilityAnswer responsible, bool json)
    {
        var trace = item.Policy.Explain(item.Text, item.Facts);
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(
                new TraceJson(item.ExternalId, item.Text, trace.Classification.Category.ToString(), (int)trace.Classification.Severity, [.. trace.Classification.Labels.Select(l => l.ToString())], trace.Choice, [.. trace.Rules.Select(r => r.ToString())], [.. trace.Guards.Select(g => g.ToString())], [.. trace.Patterns.Select(p => p.ToString())], trace.Outcome.Pattern, [.. trace.Outcome.Steps.Select(Step)], responsible.Owner?.ToString(), [.. responsible.Steps]),
                TriageJson.Default.TraceJson));
            return;
        }

        output.WriteLine($"{item.ExternalId}: {item.Text.ReplaceLineEndings(" ")}");
        output.WriteLine($"{trace.Classification.Category}, severity {(int)trace.Classification.Severity}. {trace.Choice}");
        WriteAll(output, "labels", trace.Classification.Labels);
        WriteAll(output, "rules", trace.Rules);
        WriteAll(output, "guards", trace.Guards);
        WriteAll(output, "patterns", trace.Patterns);
        output.WriteLine($"done: {string.Join(", ", trace.Outcome.Steps.Select(Step))} (pattern {trace.Outcome.Pattern})");
        output.WriteLine($"responsible: {responsible}");
    }

    private static void WriteChanges(TextWriter output, TriageReport report)
    {
        output.WriteLine($"{report.Changes.Count} of {report.Lines - report.Unreadable} items are treated otherwise than by the other version.");
        foreach (var (item, change) in report.Changes.Take(MostChanges))
        {
            output.WriteLine($"  {item.ExternalId}: {string.Join("; ", change.Differences)}");
        }

        if (report.Changes.Count > MostChanges)
        {
            output.WriteLine($"  and {report.Changes.Count - MostChanges} more (--json shows all)");
        }
    }

    private static void WriteCounts(TextWriter output, string title, IReadOnlyDictionary<string, int> counts)
        => WriteAll(output, title, counts.OrderByDescending(c => c.Value).Select(c => $"{c.Value,6}  {c.Key}"));

    private static void WriteAll<T>(TextWriter output, string title, IEnumerable<T> lines)
    {
        output.WriteLine($"{title}:");
        foreach (var line in lines)
        {
            output.WriteLine($"  {line}");
        }
    }

    private static string Step(ActionStep step) => step.Reply is { } reply ? $"{step.Kind} '{reply}'" : step.Reason is { } reason ? $"{step.Kind} ({reason})" : step.Kind.ToString();
}

internal sealed record SummaryJson(int Lines, int Unreadable, IReadOnlyDictionary<string, int> ByCategory, IReadOnlyDictionary<string, int> BySource, IReadOnlyDictionary<string, int> ByPattern, IReadOnlyDictionary<string, int> ByGuard, IReadOnlyList<ChangeJson>? Changes);

internal sealed record ChangeJson(string Id, IReadOnlyList<string> Differences);

internal sealed record TraceJson(string Id, string Text, string Category, int Severity, IReadOnlyList<string> Labels, string Choice, IReadOnlyList<string> Rules, IReadOnlyList<string> Guards, IReadOnlyList<string> Patterns, string Pattern, IReadOnlyList<string> Steps, string? Responsible, IReadOnlyList<string> ResponsibleBecause);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SummaryJson))]
[JsonSerializable(typeof(TraceJson))]
internal sealed partial class TriageJson : JsonSerializerContext;
