using System.CommandLine;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SocialOps.Console.Desk;
using SocialOps.Console.Help;
using SocialOps.Reporting;
using SocialOps.Time;

namespace SocialOps.Console.Commands;

/// <summary><c>report</c>: a client's month.</summary>
internal static class ReportCommand
{
    private static readonly Option<FileInfo?> Agency = new Option<FileInfo?>("--agency") { Description = "Not needed: the file's own definitions are used." };
    private static readonly Option<string> Client = new("--client") { Description = "The client's name.", Required = true };
    private static readonly Option<string> Month = new("--month") { Description = "The month, e.g. 2026-06.", Required = true };
    private static readonly Option<bool> German = new("--german") { Description = "In German." };
    private static readonly Option<FileInfo?> Html = new("--html") { Description = "Writes one HTML document with charts into this file." };
    private static readonly Option<FileInfo?> Csv = new("--csv") { Description = "Writes the figures into this file." };
    private static readonly Option<decimal?> Hour = new("--hour") { Description = "What an hour of work costs; with --duty-hour it sets waves beside being on call." };
    private static readonly Option<decimal?> DutyHour = new("--duty-hour") { Description = "What an hour on duty costs." };

    public static Command Create()
    {
        var command = new DescribedCommand("report", "Tells what a client's month was like: promises, answer times, load, what hit a nerve. Reads only.", "report --db weekend.db --client radhaus --month 2026-06 --german --html juni.html")
        {
            Agency, OpenedFile.Option, Client, Month, German, Html, Csv, Hour, DutyHour,
        };
        command.SetAction((result, cancellation) => Guarded.RunAsync(() => RunAsync(result, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult given, CancellationToken cancellationToken)
    {
        var parsed = LocalDatePattern.Iso.Parse(given.GetValue(Month)! + "-01");
        if (!parsed.Success)
        {
            throw new InvalidDefinitionException([Finding.Error("--month", $"'{given.GetValue(Month)}' is not a month; write one such as 2026-06.")]);
        }

        await using var opened = new OpenedFile(given.GetValue(OpenedFile.Option)!);
        var rates = given.GetValue(Hour) is { } hour && given.GetValue(DutyHour) is { } duty ? new CostRates(hour, duty, Duration.FromMinutes(10)) : null;
        var agency = await opened.Ops.Agency.FindCurrentAsync(cancellationToken) ?? throw new InvalidDefinitionException([Finding.Error("--db", "nothing is stored in it yet; fill it with 'run' first.")]);
        var client = Named.Client(agency.Definition, given.GetValue(Client)!);
        var report = await opened.Ops.Reports.OfMonthAsync(client.Id, parsed.Value.ToYearMonth(), new() { Rates = rates }, cancellationToken);
        var language = given.GetValue(German) ? TextLanguage.German : TextLanguage.English;
        var output = given.InvocationConfiguration.Output;
        foreach (var (file, text) in new[] { (given.GetValue(Html), report.ToHtml(language)), (given.GetValue(Csv), report.ToCsv()) })
        {
            if (file is not null)
            {
                await File.WriteAllTextAsync(file.FullName, text, cancellationToken);
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Written into {file.Name}."));
            }
        }

        if (given.GetValue(Html) is null && given.GetValue(Csv) is null)
        {
            output.Write(report.ToMarkdown(language));
        }

        return ExitCode.Done;
    }
}
