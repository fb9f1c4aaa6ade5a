using System.CommandLine;
using System.Globalization;
using SocialOps.Auditing;
using SocialOps.Console.Desk;
using SocialOps.Console.Help;
using Spectre.Console;

namespace SocialOps.Console.Commands;

/// <summary><c>audit</c>: whether the audit chain is what was sealed, and an export of it that can be checked without the database.</summary>
internal static class AuditCommand
{
    private static readonly Option<FileInfo> Database = new Option<FileInfo>("--db") { Description = "The SQLite file. It is only read; a worker may have it meanwhile." }.AcceptExistingOnly();
    private static readonly Option<FileInfo> Export = new("--export") { Description = "Writes the sealed events here, as lines of JSON; never over a file that is there." };
    private static readonly Option<FileInfo> Check = new Option<FileInfo>("--check") { Description = "An export to be checked; no database is needed." }.AcceptExistingOnly();
    private static readonly Option<string> Anchor = new("--anchor") { Description = "A head that was kept elsewhere, as this command prints it: the event's number, a colon, its hash." };

    public static Command Create()
    {
        var command = new DescribedCommand("audit", "Checks that nobody has changed the audit trail. Exit code 0: it is whole; 1: it is not.", """
            audit --db shop.db
            audit --db shop.db --export audit.jsonl
            audit --check audit.jsonl
            """)
        {
            Database, Export, Check, Anchor,
        };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(Database) is null) == (result.GetValue(Check) is null))
            {
                result.AddError("Say one of the two: --db FILE, or --check FILE for an export.");
            }

            if (result.GetValue(Anchor) is { } anchor && HeadOf(anchor) is null)
            {
                result.AddError($"--anchor '{anchor}' is no head: a number, a colon and 64 hexadecimal digits, as this command prints it.");
            }

            if (result.GetValue(Export) is { } export && (export.Exists || result.GetValue(Database) is null))
            {
                result.AddError(export.Exists ? $"--export: {export.Name} is there already; name another file." : "--export needs --db FILE.");
            }
        });
        command.SetAction((result, cancellation) => Guarded.RunAsync(() => RunAsync(result, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult given, CancellationToken cancellationToken)
    {
        Terminal.KeepLines();
        var anchor = given.GetValue(Anchor) is { } text ? HeadOf(text) : null;
        if (given.GetValue(Check) is { } file)
        {
            await using var source = file.OpenRead();
            return Tell(await AuditExport.VerifyAsync(source, anchor, cancellationToken));
        }

        await using var opened = new OpenedFile(given.GetValue(Database)!);
        var code = Tell(await opened.Ops.Audit.VerifyAsync(anchor, cancellationToken));
        if (code == ExitCode.Done && given.GetValue(Export) is { } export)
        {
            await using var target = export.Open(FileMode.CreateNew);
            var head = await opened.Ops.Audit.ExportAsync(target, cancellationToken);
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{head.Sequence:N0} event(s) written to {export.Name}.");
        }

        return code;
    }

    private static int Tell(AuditVerification verified)
    {
        foreach (var fault in verified.Faults)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]{fault.Message}[/]");
        }

        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{verified.Events:N0} event(s), {verified.Unsealed:N0} not sealed yet. {(verified.IsWhole ? "The sealed ones are what was sealed." : "They are not what was sealed.")}");
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Head: {verified.Head.Sequence}:{verified.Head.Hash}");
        return verified.IsWhole ? ExitCode.Done : ExitCode.Mistakes;
    }

    private static AuditHead? HeadOf(string text)
        => text.Split(':') is [var number, { Length: 64 } hash] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && hash.All(char.IsAsciiHexDigit) ? new(sequence, hash) : null;
}
