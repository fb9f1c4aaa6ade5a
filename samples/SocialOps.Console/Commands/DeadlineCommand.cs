using System.CommandLine;
using NodaTime.Text;
using SocialOps.AgencyFiles;
using SocialOps.Console.Deadlines;
using SocialOps.Console.Help;
using SocialOps.Time;

namespace SocialOps.Console.Commands;

/// <summary><c>deadline</c>: one deadline over an agency's calendar, with its reasons where wanted; or a file of them.</summary>
internal static class DeadlineCommand
{
    private static readonly Option<FileInfo> Agency = new Option<FileInfo>("--agency") { Description = "The agency file.", Required = true }.AcceptExistingOnly();
    private static readonly Option<string?> Calendar = new("--calendar") { Description = "The calendar's name in the agency file." };
    private static readonly Option<string?> From = new("--from") { Description = "The start with its offset, e.g. 2026-03-27T17:30:00Z or 2026-03-27T18:30:00+01:00." };
    private static readonly Option<string?> Budget = new("--budget") { Description = "The open time, e.g. 30m, 4h, 1h 30m or PT4H." };
    private static readonly Option<string> Boundary = new Option<string>("--boundary") { Description = "When a budget that is used up at closing is due: at the end of the interval, or at the next opening.", DefaultValueFactory = _ => "end" }.AcceptOnlyFromAmong("end", "next");
    private static readonly Option<bool> Explain = new("--explain") { Description = "Tell every stretch up to the deadline." };
    private static readonly Option<bool> German = new("--german") { Description = "Explain in German." };
    private static readonly Option<string?> Batch = new("--batch") { Description = "A file of lines calendar,startUtc,minutes; - for the standard input. Prints one instant a line." };

    public static Command Create()
    {
        var command = new DescribedCommand("deadline", "Tells when something is due over an agency's calendar.", """
            deadline --agency studio-nord.yaml --calendar office --from 2026-03-27T16:30:00Z --budget 4h --explain
            deadline --agency studio-nord.yaml --batch starts.csv
            """) { Agency, Calendar, From, Budget, Boundary, Explain, German, Batch };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Batch) is null && (result.GetValue(Calendar) is null || result.GetValue(From) is null || result.GetValue(Budget) is null))
            {
                result.AddError("Give --calendar, --from and --budget for one deadline, or --batch for many.");
            }
        });
        command.SetAction((result, _) => Guarded.RunAsync(() => Task.FromResult(Run(result))));
        return command;
    }

    private static int Run(ParseResult result)
    {
        var (output, errors) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
        var calendars = new CalendarShelf(AgencyFile.Load(result.GetValue(Agency)!.FullName));
        var boundary = result.GetValue(Boundary) == "next" ? DeadlineBoundary.NextOpening : DeadlineBoundary.EndOfInterval;
        if (result.GetValue(Batch) is { } batch)
        {
            using var input = batch == "-" ? System.Console.In : new StreamReader(batch);
            return DeadlineBatch.Run(calendars, boundary, input, output, errors) == 0 ? ExitCode.Done : ExitCode.Mistakes;
        }

        var calendar = calendars.Find(result.GetValue(Calendar)!);
        var from = OffsetDateTimePattern.ExtendedIso.Parse(result.GetValue(From)!);
        var budget = DurationText.Parse(result.GetValue(Budget)!);
        if (calendar is null || !from.Success || budget is not { } openTime)
        {
            errors.WriteLine(calendar is null ? $"The agency has no calendar '{result.GetValue(Calendar)}'. It has: {calendars.Names}."
                : !from.Success ? $"'{result.GetValue(From)}' is not an instant with its offset. Write e.g. 2026-03-27T17:30:00Z."
                : $"'{result.GetValue(Budget)}' is not a duration. Write e.g. 30m, 4h, 1h 30m or PT4H.");
            return ExitCode.Mistakes;
        }

        var explanation = calendar.Explain(from.Value.ToInstant(), openTime, boundary);
        output.WriteLine(result.GetValue(Explain)
            ? explanation.ToText(result.GetValue(German) ? TextLanguage.German : TextLanguage.English)
            : DeadlineBatch.Text(explanation.Deadline));
        return ExitCode.Done;
    }
}
