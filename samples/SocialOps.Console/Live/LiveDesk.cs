using SocialOps.Channels;
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
    private readonly Names _names = new(agency);

    public static void Help() => AnsiConsole.MarkupLine("[grey]list · show N · claim N · ack N [[reason]] · reply N [[text]] · client N TEXT · settle N [[reason]] · quit[/]");

    public void Told(Notification notification)
    {
        foreach (var notice in notification.Notices)
        {
            var way = notification.Address is { } address ? $"{address.Kind} {address.Address}" : "this desk";
            AnsiConsole.MarkupLineInterpolated($"[grey]{_names.When(notification.At)}[/] [{(notification.IsUrgent ? "red" : "yellow")}]→ {_names.Of(notification.Recipient)}[/] by {way}: [bold]{CaseOf(notice)}[/]{notice.Text}");
        }
    }

    public void Posted(PublishRequest request)
        => AnsiConsole.MarkupLineInterpolated($"[grey]{_names.When(SystemTime.Now())}[/] [green]posted on {request.Network}[/], answering {request.InReplyTo ?? "nothing"}: {request.Text}");

    public async Task ListAsync(CancellationToken cancellationToken)
    {
        var any = false;
        await foreach (var open in Pages.AllAsync(next => ops.Cases.QueryOpenAsync(100, next, cancellationToken)))
        {
            any = true;
            AnsiConsole.MarkupLineInterpolated($"[bold]#{NumberOf(open.Id)}[/] {CaseText.Of(open, _names)}");
        }

        if (!any)
        {
            AnsiConsole.MarkupLine("Nothing is open.");
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
        else if (words.Length < 2)
        {
            Help();
        }
        else if (Find(words[1]) is not { } id)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]There is no case {words[1]}.[/] 'list' shows the open ones with their numbers.");
        }
        else if (await ActAsync(words[0], id, rest, cancellationToken) is { } changed)
        {
            AnsiConsole.MarkupLineInterpolated($"[green]#{NumberOf(id)}[/] {CaseText.Of(changed, _names)}");
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
                return await ops.Cases.ReplyAsync(id, actor, new CaseReply { Text = text }, cancellationToken);
            case "client" when text is not null:
                return await ops.Cases.ContactClientAsync(id, actor, text, cancellationToken);
            case "offer" when text is not null:
                return await ops.Cases.ReplyAsync(id, actor, new CaseReply { Text = text, Step = ComplaintStep.OfferSolution }, cancellationToken);
            case "answer" when text is not null && agency.Clients.First(c => c.Id == found.Client).Contacts is [var contact, ..]:
                return await ops.Cases.RecordClientAnswerAsync(id, actor, contact.Id, text, true, cancellationToken);
            case "step" when text?.Split(' ', 2) is [var step, var what] && Enum.TryParse<ComplaintStep>(step, ignoreCase: true, out var taken):
                return await ops.Cases.RecordStepAsync(id, actor, taken, what, cancellationToken);
            case "settle":
                return await ops.Cases.SettleAsync(id, actor, text ?? "Settled.", cancellationToken);
            default:
                Help();
                return null;
        }
    }

    private async Task ShowAsync(Case found, CancellationToken cancellationToken)
    {
        AnsiConsole.MarkupLineInterpolated($"#{NumberOf(found.Id)} {CaseText.Of(found, _names)}");
        AnsiConsole.MarkupLineInterpolated($"[grey]why: {(await ops.Cases.ExplainAsync(found.Item, cancellationToken)).ToString()}[/]");
        foreach (var happened in (await ops.Cases.QueryHistoryAsync(found.Id, 100, null, cancellationToken)).Items)
        {
            AnsiConsole.MarkupLineInterpolated($"[grey]{_names.When(happened.At)}[/] {happened.Action} by {happened.Actor.Id}: {happened.Detail}");
        }
    }

    /// <summary>The number of the case that a notice is about; a briefing, a routine or a platform's change has none.</summary>
    private string CaseOf(Notice notice)
        => ops.Cases.FindAsync(new(notice.SubjectId)).AsTask().GetAwaiter().GetResult() is { } about ? $"#{NumberOf(about.Id)} " : "";

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
