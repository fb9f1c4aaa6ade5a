using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using SocialOps.AgencyFiles;
using SocialOps.Console.Desk;
using SocialOps.Console.Help;
using SocialOps.Definitions;
using SocialOps.Readiness.Capacity;

namespace SocialOps.Console.Commands;

/// <summary><c>capacity</c>: what a week asks of people, against the time they have.</summary>
internal static class CapacityCommand
{
    private static readonly Option<FileInfo> Agency = new Option<FileInfo>("--agency") { Description = "The agency file.", Required = true }.AcceptExistingOnly();
    private static readonly Option<string?> Week = new("--week") { Description = "Any day of the week, e.g. 2026-08-05; today without it." };

    public static Command Create()
    {
        var command = new DescribedCommand("capacity", "Says what a week asks of people, against the time they have, and what follows.", "capacity --agency studio-nord.yaml --week 2026-08-05") { Agency, Week };
        command.SetAction((result, _) => Guarded.RunAsync(() => Task.FromResult(Run(result, result.InvocationConfiguration.Output))));
        return command;
    }

    private static int Run(ParseResult arguments, TextWriter output)
    {
        var agency = new AgencySnapshot(AgencyFile.Load(arguments.GetValue(Agency)!.FullName), 1);
        var week = CapacityPlan.OfWeek(agency, Day(arguments.GetValue(Week)));
        output.WriteLine($"{"minutes, demand/time",-20}{string.Concat(Enumerable.Range(0, 7).Select(n => $"{week.Monday.PlusDays(n).DayOfWeek.ToString()[..3],10}"))}{"week",10}");
        foreach (var person in week.Days.GroupBy(d => d.Person))
        {
            var days = Enumerable.Range(0, 7).Select(n => person.FirstOrDefault(d => d.On == week.Monday.PlusDays(n)));
            var share = week.UtilisationOf(person.Key) is { } known ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{known * 100:0} %") : "-";
            output.WriteLine($"{person.Key,-20}{string.Concat(days.Select(d => $"{(d is null ? "-" : $"{(int)d.Demand.TotalMinutes}/{(int)d.Time.TotalMinutes}"),10}"))}{share,10}");
        }

        foreach (var client in week.ByClient)
        {
            output.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{client.Client}: {client.Demand.TotalHours:0.#} h"));
        }

        week.Hints.ToList().ForEach(h => output.WriteLine($"{h.Kind}: {h.Text}"));
        return ExitCode.Done;
    }

    private static LocalDate Day(string? text)
    {
        if (text is null)
        {
            return SystemTime.Now().InUtc().Date;
        }

        var day = LocalDatePattern.Iso.Parse(text);
        return day.Success ? day.Value : throw new InvalidDefinitionException([Finding.Error("--week", $"'{text}' is not a day such as 2026-08-05.")]);
    }
}
