using System.CommandLine;
using SocialOps.AgencyFiles;
using SocialOps.Console.Help;
using SocialOps.Console.OnCall;
using SocialOps.OnCall;
using SocialOps.OnCall.Calendars;
using SocialOps.Time;

namespace SocialOps.Console.Commands;

/// <summary><c>oncall</c>: who is on duty, and why.</summary>
internal static class OnCallCommand
{
    private static readonly Option<FileInfo> Agency = new Option<FileInfo>("--agency") { Description = "The agency file.", Required = true }.AcceptExistingOnly();
    private static readonly Option<string> Schedule = new("--schedule") { Description = "The schedule's name.", Required = true };
    private static readonly Option<string?> At = new("--at") { Description = "Who is on duty at this instant, e.g. 2026-01-09T15:00:00Z." };
    private static readonly Option<bool> Explain = new("--explain") { Description = "With every rule that was applied." };
    private static readonly Option<string?> From = new("--from") { Description = "The shifts from this instant on." };
    private static readonly Option<string?> To = new("--to") { Description = "The first instant after the shifts." };
    private static readonly Option<bool> Json = new("--json") { Description = "As JSON." };
    private static readonly Option<bool> Ics = new("--ics") { Description = "As an iCalendar feed." };

    public static Command Create()
    {
        var command = new DescribedCommand("oncall", "Says who is on duty, and why.", """
            oncall --agency studio-nord.yaml --schedule community --at 2026-08-05T18:00:00Z --explain
            oncall --agency studio-nord.yaml --schedule community --from 2026-08-01T00:00:00Z --to 2026-09-01T00:00:00Z --ics
            """) { Agency, Schedule, At, Explain, From, To, Json, Ics };
        command.SetAction((result, _) => Guarded.RunAsync(() => Task.FromResult(Run(result, result.InvocationConfiguration.Output))));
        return command;
    }

    private static int Run(ParseResult arguments, TextWriter output)
    {
        var agency = AgencyFile.Load(arguments.GetValue(Agency)!.FullName);
        var name = arguments.GetValue(Schedule)!;
        if (agency.Schedules.All(one => one.Id.Value != name))
        {
            throw new InvalidDefinitionException([Finding.Error("--schedule", $"There is no schedule '{name}'; there are: {string.Join(", ", agency.Schedules.Select(one => one.Id))}.")]);
        }

        var schedule = Promises.Schedule(agency, new(name));
        if (arguments.GetValue(At) is { } at)
        {
            var explained = schedule.Explain(Given.Instant("--at", at));
            var withSteps = arguments.GetValue(Explain);
            output.WriteLine(arguments.GetValue(Json) ? DutyJson.Answer(explained, withSteps) : withSteps ? explained.ToString() : explained.Answer.ToString());
            return ExitCode.Done;
        }

        Shifts(arguments, schedule, output);
        return ExitCode.Done;
    }

    private static void Shifts(ParseResult arguments, OnCallSchedule schedule, TextWriter output)
    {
        var (from, to) = Given.Stretch(arguments.GetValue(From), arguments.GetValue(To));
        if (arguments.GetValue(Ics))
        {
            output.Write(CalendarFeed.Of(schedule, from, to, from).ToText());
        }
        else if (arguments.GetValue(Json))
        {
            output.WriteLine(DutyJson.Shifts(schedule.Between(from, to)));
        }
        else
        {
            DutyCalendar.Write(output, schedule.Between(from, to), TimeZones.Get(schedule.Definition.Zone));
        }
    }
}
