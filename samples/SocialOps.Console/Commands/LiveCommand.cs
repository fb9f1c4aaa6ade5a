using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SocialOps.AgencyFiles;
using SocialOps.Channels;
using SocialOps.Console.Desk;
using SocialOps.Console.Help;
using SocialOps.Console.Live;
using SocialOps.Notifications;
using Spectre.Console;

namespace SocialOps.Console.Commands;

/// <summary><c>live</c>: the same on the real clock, following a file as it grows.</summary>
internal static class LiveCommand
{
    private static readonly Option<FileInfo> Agency = new Option<FileInfo>("--agency") { Description = "The agency file.", Required = true }.AcceptExistingOnly();
    private static readonly Option<FileInfo> Inbox = new("--inbox") { Description = "The inbox file that is followed; it is made when it is missing.", Required = true };
    private static readonly Option<string?> Database = new("--db") { Description = "The SQLite file; a fresh one without it." };

    public static Command Create()
    {
        var command = new DescribedCommand("live", "Follows an inbox file on the real clock: append a line in another terminal, see who is told and why, and act on it here.", """
            live --agency studio-nord.yaml --inbox in.jsonl
            echo '{"network":"x","id":"1","at":"2026-01-09T15:00:00Z","author":"anke","text":"Der Rahmen ist gebrochen!"}' >> in.jsonl
            """) { Agency, Inbox, Database };
        command.SetAction((result, cancellation) => Guarded.RunAsync(() => RunAsync(result, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var agency = AgencyFile.Load(arguments.GetValue(Agency)!.FullName);
        if (Databases.Locate(arguments.GetValue(Database), "live") is not { } database)
        {
            return ExitCode.Mistakes;
        }

        Terminal.KeepLines();
        var channel = new DeskChannel();
        using var outbox = new OutboxFile($"{database}.outbox.jsonl", TimeProvider.System);
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services
            .AddSingleton<IPublisher>(outbox)
            .AddSingleton<INotificationChannel>(channel)
            .AddSocialOps(ops => ops.UseSqlite($"Data Source={database}").AddAgency(_ => agency).AddWorker());
        using var host = builder.Build();
        var ops = host.Services.GetRequiredService<ISocialOps>().Default;
        var desk = new LiveDesk(ops, agency);
        channel.Told += desk.Told;
        outbox.Posted += desk.Posted;
        await host.StartAsync(cancellationToken);
        AnsiConsole.MarkupLine($"[bold]{Markup.Escape(agency.Name)}[/] is on duty. Database: {Markup.Escape(database)}");
        LiveDesk.Help();
        await desk.ListAsync(cancellationToken);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var following = InboxTail.FollowAsync(arguments.GetValue(Inbox)!.FullName, ops.Inbox, agency.Clients[0].Id, stopping.Token);
        await desk.ObeyAsync(stopping.Token);
        await stopping.CancelAsync();
        await following;
        await host.StopAsync(CancellationToken.None);
        AnsiConsole.MarkupLine($"Stopped. What was due is due again at the next start with [bold]--db {Markup.Escape(database)}[/].");
        return ExitCode.Done;
    }
}
