using System.CommandLine;
using SocialOps.Console.Help;
using NodaTime;
using NodaTime.Extensions;
using SocialOps.AgencyFiles;
using SocialOps.Definitions;
using SocialOps.Escalations;
using SocialOps.OnCall.Lint;

namespace SocialOps.Console.Commands;

/// <summary><c>lint</c>: what an experienced colleague would say about schedules and escalations.</summary>
internal static class LintCommand
{
    private static readonly Duration TwoYears = Duration.FromDays(731);
    private static readonly Argument<FileInfo> File = new Argument<FileInfo>("file") { Description = "The agency file." }.AcceptExistingOnly();
    private static readonly Option<string?> From = new("--from") { Description = "Looks two years ahead from this instant; from now without it." };

    public static Command Create()
    {
        var command = new DescribedCommand("lint", "Reads schedules and escalations: turns that never come, layers that never answer, handoffs in a clock change, circles of deputies, empty last steps.", "lint studio-nord.yaml") { File, From };
        command.SetAction((result, _) => Guarded.RunAsync(() => Task.FromResult(Run(result, result.InvocationConfiguration.Output))));
        return command;
    }

    private static int Run(ParseResult arguments, TextWriter output)
    {
        var agency = AgencyFile.Load(arguments.GetValue(File)!.FullName);
        var from = arguments.GetValue(From) is { } text ? OnCall.Given.Instant("--from", text) : TimeProvider.System.GetUtcNow().ToInstant();
        var findings = Findings(agency, from).ToList();
        findings.ForEach(finding => output.WriteLine(finding));
        var errors = findings.Count(finding => finding.Severity == FindingSeverity.Error);
        output.WriteLine($"{errors} mistake(s), {findings.Count - errors} warning(s).");
        return errors == 0 ? ExitCode.Done : ExitCode.Mistakes;
    }

    private static IEnumerable<Finding> Findings(AgencyDefinition agency, Instant from)
    {
        var people = agency.People.ToDictionary(person => person.Id);
        var schedules = agency.Schedules.Select(schedule => schedule.Id).ToList();
        return agency.Schedules.SelectMany(schedule => ScheduleLint.Check(schedule, people, from, from + TwoYears).Select(finding => finding.Path.StartsWith("people[", StringComparison.Ordinal) ? finding : finding with { Path = $"schedules[{schedule.Id}].{finding.Path}" }))
            .Concat(agency.Escalations.SelectMany(policy => EscalationLint.Check(policy, people, schedules)))
            .Concat(agency.Clients.SelectMany(client => EscalationLint.CheckClient(
                client.Id,
                agency.Packages.Any(package => package.Id == client.Agreement.Package && package.ServiceLevels.Count > 0),
                agency.Escalations.FirstOrDefault(policy => policy.Id == client.Agreement.Escalation),
                client.Contacts)))
            .Distinct();
    }
}
