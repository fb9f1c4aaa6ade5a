using System.Globalization;
using System.Text;
using NodaTime;

namespace SocialOps.Reporting;

internal static class CsvPage
{
    public static string Write(MonthReport report)
    {
        var csv = new StringBuilder("section,name,value,unit\r\n");
        Add("month", "client", report.Client.Value, "");
        Add("month", "month", $"{report.Month.Year:0000}-{report.Month.Month:00}", "");
        Add("month", "zone", report.Zone, "");
        foreach (var item in report.Items)
        {
            Add("items", item.Category.ToString(), Number(item.Count), "items");
        }

        Add("cases", "opened", Number(report.Cases), "cases");
        Add("cases", "open", Number(report.OpenCases), "cases");
        Add("promises", "kept", Number(report.Promises.Kept), "clocks");
        Add("promises", "broken", Number(report.Promises.Broken), "clocks");
        Add("promises", "running", Number(report.Promises.Running), "clocks");
        foreach (var answer in report.Answers)
        {
            Add("answers", $"{answer.Category} count", Number(answer.Count), "cases");
            Add("answers", $"{answer.Category} median", Seconds(answer.Median), "s");
            Add("answers", $"{answer.Category} nine of ten", Seconds(answer.NineOfTen), "s");
            Add("answers", $"{answer.Category} longest", Seconds(answer.Longest), "s");
        }

        foreach (var stage in report.Stages)
        {
            Add("stages", $"{stage.Stage} count", Number(stage.Count), "cases");
            Add("stages", $"{stage.Stage} median", Seconds(stage.Median), "s");
            Add("stages", $"{stage.Stage} nine of ten", Seconds(stage.NineOfTen), "s");
        }

        foreach (var load in report.Load)
        {
            Add("load", $"{load.Person} actions", Number(load.Actions), "commands");
            Add("load", $"{load.Person} cases", Number(load.Cases), "cases");
            Add("load", $"{load.Person} on duty", Seconds(load.OnDuty), "s");
            Add("load", $"{load.Person} at weekends", Seconds(load.AtWeekends), "s");
        }

        foreach (var topic in report.Topics)
        {
            Add("topics", topic.Excerpt, Number(topic.Loudness), "signs");
        }

        foreach (var pillar in report.Pillars)
        {
            Add("pillars", $"{pillar.Pillar} posts", Number(pillar.Posts), "posts");
            Add("pillars", $"{pillar.Pillar} likes", Number(pillar.Likes), "likes");
            Add("pillars", $"{pillar.Pillar} shares", Number(pillar.Shares), "shares");
            Add("pillars", $"{pillar.Pillar} reach", Number(pillar.Reach), "people");
        }

        Add("approvals", "requests", Number(report.Approvals.Requests), "requests");
        Add("approvals", "rounds", Number(report.Approvals.Rounds), "rounds");
        foreach (var (name, value, unit) in Continuity(report.Continuity))
        {
            Add("continuity", name, value, unit);
        }

        Add("trend", "verdict", report.Trend.Verdict.ToString(), "");
        if (report.Cost is { } cost)
        {
            Add("cost", "waves", Money(cost.WaveCost), "currency");
            Add("cost", "on duty", Money(cost.DutyCost), "currency");
        }

        return csv.ToString();

        void Add(string section, string name, string value, string unit) => csv.Append(Cell(section)).Append(',').Append(Cell(name)).Append(',').Append(Cell(value)).Append(',').Append(Cell(unit)).Append("\r\n");
    }

    private static IEnumerable<(string Name, string Value, string Unit)> Continuity(Continuity counted)
    {
        if (counted.TermDaysLeft is { } days)
        {
            yield return ("term days left", Number(days), "days");
        }

        if (counted.Budget is { } budget)
        {
            yield return ("budget left", Money(budget.Left), "currency");
            yield return ("budget spent a month", Money(budget.SpentPerMonth), "currency");
            if (budget.LeftPerMonth is { } left)
            {
                yield return ("budget left a month", Money(left), "currency");
            }
        }

        if (counted.Largest is { } most)
        {
            yield return ($"largest share {most.Person}", most.Share.ToString("0.000", CultureInfo.InvariantCulture), "share");
        }

        foreach (var person in counted.Joined)
        {
            yield return ("joined", person.Value, "");
        }

        foreach (var person in counted.Left)
        {
            yield return ("left", person.Value, "");
        }

        foreach (var risk in counted.Risks)
        {
            yield return ("risk", risk.ToString(), "");
        }
    }

    private static string Money(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(Duration duration) => ((long)duration.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    /// <summary>Quoted where RFC 4180 asks for it. A spreadsheet must not take what people wrote for a formula: such a text gets an apostrophe before it.</summary>
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' && !decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
