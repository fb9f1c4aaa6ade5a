using System.CommandLine;
using SocialOps.AgencyFiles;
using SocialOps.Console.Help;
using SocialOps.Console.OnCall;
using SocialOps.OnCall.Coverage;
using SocialOps.OnCall.Pictures;
using SocialOps.Time;

namespace SocialOps.Console.Commands;

/// <summary><c>coverage</c>: whether every hour that was promised is covered.</summary>
internal static class CoverageCommand
{
    private const int MostGaps = 20;
    private static readonly Option<FileInfo> Agency = new Option<FileInfo>("--agency") { Description = "The agency file.", Required = true }.AcceptExistingOnly();
    private static readonly Option<string> From = new("--from") { Description = "The first instant, e.g. 2026-01-05T00:00:00Z.", Required = true };
    private static readonly Option<string> To = new("--to") { Description = "The first instant after it.", Required = true };
    private static readonly Option<FileInfo?> Svg = new("--svg") { Description = "Also draws shifts and gaps into this file; of several schedules the first client's." };

    public static Command Create()
    {
        var command = new DescribedCommand("coverage", "Shows shifts and gaps, and proves what was promised to each client, or shows where nobody is on duty. Exit code 1 where a promise is not covered.", "coverage --agency studio-nord.yaml --from 2026-08-01T00:00:00Z --to 2026-08-15T00:00:00Z --svg august.svg") { Agency, From, To, Svg };
        command.SetAction((result, _) => Guarded.RunAsync(() => Task.FromResult(Run(result, result.InvocationConfiguration.Output))));
        return command;
    }

    private static int Run(ParseResult arguments, TextWriter output)
    {
        var agency = AgencyFile.Load(arguments.GetValue(Agency)!.FullName);
        var (from, to) = Given.Stretch(arguments.GetValue(From), arguments.GetValue(To));
        foreach (var definition in agency.Schedules)
        {
            output.WriteLine($"{definition.Id} ({definition.Zone})");
            DutyCalendar.Write(output, Promises.Schedule(agency, definition.Id).Between(from, to), TimeZones.Get(definition.Zone));
            output.WriteLine();
        }

        var proofs = agency.Clients.Select(client => CoverageCheck.Prove(Promises.Schedule(agency, client.Agreement.Schedule), Promises.Of(agency, client), from, to)).ToList();
        foreach (var (client, proof) in agency.Clients.Zip(proofs))
        {
            output.WriteLine($"{client.Name}: {(proof.Gaps.Count <= MostGaps ? proof : $"{proof with { Gaps = [.. proof.Gaps.Take(MostGaps)] }}\n  and {proof.Gaps.Count - MostGaps} more")}");
        }

        if (arguments.GetValue(Svg) is { } file && agency.Clients.Count > 0)
        {
            File.WriteAllText(file.FullName, SchedulePicture.Draw(Promises.Schedule(agency, agency.Clients[0].Agreement.Schedule), from, to, proofs[0].Gaps));
            output.WriteLine($"Drawn into {file.Name}.");
        }

        return proofs.All(proof => proof.IsProved) ? ExitCode.Done : ExitCode.Mistakes;
    }
}
