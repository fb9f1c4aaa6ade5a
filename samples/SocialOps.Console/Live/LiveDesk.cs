using SocialOps.Console.Desk;
using SocialOps.Definitions;
using SocialOps.Inbox;
using SocialOps.Notifications;
using SocialOps.People;
using Spectre.Console;

namespace SocialOps.Console.Live;

/// <summary>Shows who is told and lets the reader act.</summary>
internal sealed class LiveDesk(TenantServices ops, AgencyDefinition agency)
{
    private readonly List<CaseId> _numbers = [];

    public static void Help() => AnsiConsole.MarkupLine("[grey]list · show N · claim N · ack N [[reason]] · reply N [[text]] · client N TEXT · settle N [[reason]] · quit[/]");

    public void Told(Notification notification)
    {
        foreach (var notice in notification.Notices)
        {
            AnsiConsole.MarkupLine($"[{(notification.IsUrgent ? "red" : "yellow")}]→ {Markup.Escape(notification.Recipient.ToString()!)}[/] by {Markup.Escape(notification.Address?.ToString() ?? "desk")}: [bold]#{NumberOf(new(notice.SubjectId))}[/] {Markup.Escape(notice.Text)}");
        }
    }

    public async Task ObeyAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            if (await Task.Run(System.Console.In.ReadLine, cancellationToken).WaitAsync(cancellationToken).ContinueWith(t => t.IsCompletedSuccessfully ? t.Result : null, TaskScheduler.Default) is not { } line)
            {
                return;
            }

            var words = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (words is ["quit" or "exit" or "q", ..])
            {
                return;
            }

            try
            {
                await ObeyAsync(words, cancellationToken);
            }
            catch (SocialOpsException exception)
            {
                AnsiConsole.MarkupLineInterpolated($"[red]{exception.Message}[/]");
            }
        }
    }

    private async Task ObeyAsync(string[] words, CancellationToken cancellationToken)
    {
        var rest = words.Length > 2 ? words[2] : null;
        if (words is ["list", ..])
        {
            await ListAsync(cancellationToken);
        }
        else if (words.Length < 2 || Find(words[1]) is not { } id)
        {
            Help();
        }
        else if (await ActAsync(words[0], id, rest, cancellationToken) is { } changed)
        {
            AnsiConsole.MarkupLineInterpolated($"[green]#{NumberOf(id)}[/] {Describe(changed)}");
        }
    }

    private async Task<Case?> ActAsync(string verb, CaseId id, string? text, CancellationToken cancellationToken)
    {
        var found = await ops.Cases.FindAsync(id, cancellationToken) ?? throw new NotFoundException("case", id.Value);
        var actor = Actor.Person(found.Responsible is Recipient.OfAgency person ? person.Person.Value : agency.People[0].Id.Value, "console");
        switch (verb)
        {
            case "show":
                await ShowAsync(found, cancellationToken);
                return null;
            case "claim":
                return await ops.Cases.ClaimAsync(id, actor, cancellationToken);
            case "ack":
                return await ops.Cases.AcknowledgeAsync(id, actor, text ?? "No reaction is due.", cancellationToken);
            case "reply":
                return await ops.Cases.ReplyAsync(id, actor, text, cancellationToken);
            case "client" when text is not null:
                return await ops.Cases.ContactClientAsync(id, actor, text, cancellationToken);
            case "settle":
                return await ops.Cases.SettleAsync(id, actor, text ?? "Settled.", cancellationToken);
            default:
                Help();
                return null;
        }
    }

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        await foreach (var open in Pages.AllAsync(next => ops.Cases.QueryOpenAsync(100, next, cancellationToken)))
        {
            AnsiConsole.MarkupLineInterpolated($"#{NumberOf(open.Id)} {Describe(open)}");
        }
    }

    private async Task ShowAsync(Case found, CancellationToken cancellationToken)
    {
        AnsiConsole.MarkupLineInterpolated($"#{NumberOf(found.Id)} {Describe(found)}");
        AnsiConsole.MarkupLineInterpolated($"[grey]why: {(await ops.Cases.ExplainAsync(found.Item, cancellationToken)).ToString()}[/]");
        foreach (var happened in (await ops.Cases.QueryHistoryAsync(found.Id, 100, null, cancellationToken)).Items)
        {
            AnsiConsole.MarkupLineInterpolated($"[grey]{happened.At.ToString()}[/] {happened.Action} by {happened.Actor.Id}: {happened.Detail}");
        }
    }

    private static string Describe(Case found)
    {
        var clocks = string.Join(", ", found.Clocks.Where(c => c.IsOpen).Select(c => $"{c.Kind} {(c.State == ClockState.Breached ? "missed" : "due")} {c.DueAt}"));
        return found.ClosedAt is { } at
            ? $"{found.Category} by {found.Author}: closed {at} ({found.CloseReason})"
            : $"{found.Category} by {found.Author}: \"{found.Excerpt}\"; responsible {found.Responsible?.ToString() ?? "nobody"}; {clocks}";
    }

    private int NumberOf(CaseId id)
    {
        lock (_numbers)
        {
            var index = _numbers.IndexOf(id);
            if (index < 0)
            {
                _numbers.Add(id);
                index = _numbers.Count - 1;
            }

            return index + 1;
        }
    }

    private CaseId? Find(string text)
    {
        lock (_numbers)
        {
            return int.TryParse(text.TrimStart('#'), out var number) && number >= 1 && number <= _numbers.Count ? _numbers[number - 1] : null;
        }
    }
}
