using System.CommandLine;
using SocialOps.AgencyFiles;
using SocialOps.Console.Approve;
using SocialOps.Console.Desk;
using SocialOps.Console.Help;
using SocialOps.Console.Weekend;
using Spectre.Console;

namespace SocialOps.Console.Commands;

/// <summary><c>approve</c>: one post on its way out, on virtual time.</summary>
internal static class ApproveCommand
{
    private static readonly Option<string?> Database = new("--db") { Description = "The SQLite file, which must be new; one in a folder of its own without it." };

    public static Command Create()
    {
        var command = new DescribedCommand("approve", "One post on its way out: written, approved by two sides, edited, approved anew, sent once.", "approve --db post.db") { Database };
        command.SetAction((result, cancellation) => Guarded.RunAsync(() => RunAsync(result.GetValue(Database), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(string? file, CancellationToken cancellationToken)
    {
        if (File.Exists(file))
        {
            Terminal.Errors.WriteLine($"--db {file}: the file is there already, and the story begins anew each time. Name a new one.");
            return ExitCode.Mistakes;
        }

        if (Databases.Locate(file, "approve") is not { } database)
        {
            return ExitCode.Mistakes;
        }

        var agency = AgencyFile.Load(Path.Combine(AppContext.BaseDirectory, "agencies", "studio-nord.yaml"));
        await using var desk = new OpsDesk(database, agency, ApprovalStory.Start);
        await desk.StartAsync(cancellationToken);
        await new ApprovalStory(desk, new Feed(desk, quiet: false)).TellAsync(cancellationToken);
        AnsiConsole.WriteLine();
        AnsiConsole.WriteLine($"The database lies in {database}; 'verify --db' checks it.");
        return ExitCode.Done;
    }
}
