using NodaTime;
using SocialOps.Approvals;
using SocialOps.Channels;
using SocialOps.Console.Desk;
using SocialOps.Console.Team;
using SocialOps.Console.Weekend;
using SocialOps.Content;
using SocialOps.People;

namespace SocialOps.Console.Approve;

/// <summary>One post on its way out: written, checked, approved by two sides, edited, approved anew, sent once.</summary>
internal sealed class ApprovalStory
{
    private static readonly ChannelAccountId Twitter = new("radhaus-twitter");
    private static readonly ChannelAccountId Facebook = new("radhaus-facebook");
    private static readonly ClientId Shop = new("radhaus");
    private static readonly Recipient Lena = new Recipient.OfAgency(new("lena"));
    private static readonly Recipient Mehmet = new Recipient.OfAgency(new("mehmet"));
    private static readonly Recipient Petersen = new Recipient.OfClient(Shop, "petersen");
    private static readonly Actor Writer = Actor.Person("mehmet", "console");
    private static readonly Instant Slot = Instant.FromUtc(2026, 6, 12, 8, 0);
    private readonly OpsDesk _desk;
    private readonly Feed _feed;
    private readonly Replay _time;

    public ApprovalStory(OpsDesk desk, Feed feed) => (_desk, _feed, _time) = (desk, feed, new(desk, new SilentTeam(), Shop));

    /// <summary>Wednesday, 10 June 2026, 09:10 in Hamburg.</summary>
    public static Instant Start { get; } = Instant.FromUtc(2026, 6, 10, 7, 10);

    private TenantServices Ops => _desk.Ops;

    public async Task TellAsync(CancellationToken cancellationToken)
    {
        _feed.Say("bold", "A post for Radhaus Elbe. Lena approves for the studio, then Inga Petersen for the shop.");
        await ArrangeAsync(cancellationToken);
        var item = await WriteAsync(cancellationToken);
        var request = await SubmitAsync(item, cancellationToken);
        await TryOwnApprovalAsync(request, cancellationToken);
        await PassAsync(Duration.FromMinutes(50), cancellationToken);
        await ApproveAsync(request, Lena, cancellationToken);
        item = await EditAsync(item, request, cancellationToken);
        await PassAsync(Duration.FromMinutes(20), cancellationToken);
        await ApproveAsync(await SubmitAsync(item, cancellationToken), Lena, cancellationToken);
        await AnswerByMailAsync(request.Id, cancellationToken);
        await ApproveAsync((await Ops.Approvals.FindAsync(request.Id, cancellationToken))!, Petersen, cancellationToken);
        await PublishAsync(item, cancellationToken);
        await TryAgainAsync(item, request.Id, cancellationToken);
    }

    private async Task ArrangeAsync(CancellationToken cancellationToken)
    {
        var policy = new ApprovalPolicyDefinition
        {
            Id = new("both-sides"),
            AccountOwner = new("lena"),
            Steps =
            [
                new() { Name = "studio", Approvers = [new ApproverSelector.Role(PersonRole.Approver)] },
                new() { Name = "shop", Approvers = [ApproverSelector.ClientApprover] },
            ],
        };
        await Ops.Approvals.Policies.DefineAsync(policy, Actor.Person("lena", "console"), cancellationToken);
        await Ops.Approvals.Arrangements.ArrangeAsync(new() { Client = Shop, Phases = [new("onboarding", policy.Id)], Phase = "onboarding" }, Actor.Person("lena", "console"), cancellationToken);
        var guide = new StyleGuide { Forbidden = [new("günstigst*", "the shop makes no claims about prices", "gut und bezahlbar")] };
        await Ops.Content.Planning.SetGuideAsync(Shop, guide, Writer, cancellationToken);
    }

    private async Task<ContentItem> WriteAsync(CancellationToken cancellationToken)
    {
        var brief = new ContentBrief("Fahrrad-Check", ContentKind.ClientStory, [ContentPurpose.Inform], []);
        var item = await Ops.Content.CreateAsync(Shop, brief, Variants("Am Samstag prüfen wir eure Räder, zum günstigsten Preis der Stadt."), Writer, cancellationToken);
        item = await Ops.Content.ScheduleAsync(item.Id, new(Slot, Slot - Duration.FromHours(1), Slot + Duration.FromHours(3)), Writer, cancellationToken);
        _feed.Act(Mehmet, "writes it, for Friday 10:00");
        var refused = await Ops.Editorial.SubmitAsync(item.Id, Writer, cancellationToken: cancellationToken);
        foreach (var finding in refused.Readiness.Findings.Where(f => f.Severity == FindingSeverity.Error))
        {
            _feed.Say("red", $"✗ not ready: {finding.Message} {finding.Remedy}");
        }

        return await Ops.Content.ReviseAsync(item.Id, item.Revision, Variants("Am Samstag prüfen wir eure Räder: gut und bezahlbar. Um 11 uhr geht es los."), Writer, cancellationToken);
    }

    private async Task<ApprovalRequest> SubmitAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var submission = await Ops.Editorial.SubmitAsync(item.Id, Writer, cancellationToken: cancellationToken);
        var request = submission.Answer!.Request!;
        _feed.Act(Mehmet, $"submits it: {string.Join(", ", request.Parts.Select(p => $"{p.Name} {p.Hash.Abbreviated}{(p.State == PartState.InReview ? "" : $" ({p.State})")}"))}");
        await PassAsync(Duration.Zero, cancellationToken);
        return request;
    }

    private async Task TryOwnApprovalAsync(ApprovalRequest request, CancellationToken cancellationToken)
    {
        var answer = await Ops.Approvals.ExecuteAsync(request.Id, Yes(Mehmet), cancellationToken);
        _feed.Say("red", $"✗ Mehmet approves it himself: {Words(answer.Outcome)}");
    }

    private async Task ApproveAsync(ApprovalRequest request, Recipient who, CancellationToken cancellationToken)
    {
        var answer = await Ops.Approvals.ExecuteAsync(request.Id, Yes(who), cancellationToken);
        if (answer.IsAccepted)
        {
            var parts = answer.Request!.Decisions[^1].Parts;
            _feed.Act(who, $"approves {string.Join(", ", parts.Select(p => $"{p.Name} {p.Hash.Abbreviated}"))}");
            await PassAsync(Duration.Zero, cancellationToken);
        }
        else
        {
            _feed.Say("red", $"✗ {new Names(_desk.Agency).Of(who)} approves it too: {Words(answer.Outcome)}");
        }
    }

    private async Task<ContentItem> EditAsync(ContentItem item, ApprovalRequest request, CancellationToken cancellationToken)
    {
        var edited = await Ops.Content.ReviseAsync(item.Id, item.Revision, Variants("Am Samstag prüfen wir eure Räder: gut und bezahlbar. Um 11 Uhr geht es los."), Writer, cancellationToken);
        _feed.Act(Mehmet, "corrects one letter in the text for Facebook");
        var verdict = await Ops.Approvals.CheckAsync(request.Id, new([.. edited.Variants.Select(v => new ApprovalPart(v.Account.Value, v.Hash))], Slot), cancellationToken);
        foreach (var reason in verdict.Parts.First(p => p.Name == Facebook.Value).Reasons)
        {
            _feed.Say("red", $"✗ Facebook: {reason}");
        }

        return edited;
    }

    /// <summary>A mail that says yes and something else is never guessed.</summary>
    private async Task AnswerByMailAsync(ApprovalRequestId request, CancellationToken cancellationToken)
    {
        await Ops.Approvals.Tokens.IssueAsync(request, Petersen, messageId: "<frage-1@studio-nord.example>", cancellationToken: cancellationToken);
        await PassAsync(Duration.FromHours(3), cancellationToken);
        foreach (var text in new[] { "Freigegeben, aber bitte ohne das Bild!", "Freigegeben.\n\nViele Grüße\nInga Petersen" })
        {
            var mail = new MailReply("inga.petersen@radhaus-elbe.example", ["freigabe@studio-nord.example"], text)
            {
                InReplyTo = ["<frage-1@studio-nord.example>"],
                MessageId = $"<antwort-{text.Length}@radhaus-elbe.example>",
                Dkim = MailVerdict.Pass,
                Dmarc = MailVerdict.Pass,
            };
            var answer = await Ops.Approvals.Mail.ReceiveAsync(mail, cancellationToken);
            var what = answer.ForPeople is { } why ? $"for people to read: {why}" : "a plain yes, from her own verified address. That is the shop's approval.";
            _feed.Say(answer.ForPeople is null ? "green" : "yellow", $"✉ Inga Petersen: \"{text.Split('\n')[0]}\" - {what}");
            await PassAsync(Duration.FromMinutes(30), cancellationToken);
        }
    }

    private async Task PublishAsync(ContentItem item, CancellationToken cancellationToken)
    {
        _desk.Outbox.Posted += request => _feed.Say("green", $"✓ {request.Account} publishes {ContentHash.Of(request.Body.Span).Abbreviated}: \"{request.Text}\"");
        await _time.AdvanceAsync(Slot + Duration.FromSeconds(1), cancellationToken);
        foreach (var standing in (await Ops.Editorial.GetStatusAsync(item.Id, cancellationToken)).Variants)
        {
            var basis = standing.Publication!.Basis;
            _feed.Say("grey", $"{standing.Variant.Account}: {standing.State}, on the basis {basis.Kind}, given last by {basis.GrantedBy.Id}, after {standing.Publication.Attempt} attempt.");
        }
    }

    private async Task TryAgainAsync(ContentItem item, ApprovalRequestId request, CancellationToken cancellationToken)
    {
        var sent = _desk.Outbox.SentNow;
        var publication = (await Ops.Editorial.GetStatusAsync(item.Id, cancellationToken)).Variants[0].Publication!;
        try
        {
            await Ops.Publications.ReconfirmAsync(publication.Id, Writer, cancellationToken);
        }
        catch (InvalidTransitionException exception)
        {
            _feed.Say("red", $"✗ Mehmet sends it once more: {exception.Message}");
        }

        var answer = await Ops.Approvals.ExecuteAsync(request, new ApprovalCommand.Revoke(Lena, "too late"), cancellationToken);
        _feed.Say("red", $"✗ Lena takes her approval back: {Words(answer.Outcome)}");
        await PassAsync(Duration.FromHours(1), cancellationToken);
        _feed.Say("bold", $"{sent} posts were approved and sent, each once; an hour later it is still {_desk.Outbox.SentNow}.");
    }

    private Task PassAsync(Duration length, CancellationToken cancellationToken) => _time.AdvanceAsync(_desk.Time.Now + length, cancellationToken);

    private static ApprovalCommand.Decide Yes(Recipient who) => new(DecisionKind.Approve, who, "portal");

    private string Words(ApprovalOutcome outcome) => outcome switch
    {
        ApprovalOutcome.AlreadyDecided first => $"already decided by {new Names(_desk.Agency).Of(first.By)}, {new Names(_desk.Agency).When(first.At)}.",
        ApprovalOutcome.Refused refused => string.Join(" ", refused.Reasons),
        _ => "yes",
    };

    private static Variant[] Variants(string facebook) =>
    [
        new() { Account = Twitter, Text = "Am Samstag ist Fahrrad-Check bei uns. Kommt vorbei!", Language = "de" },
        new() { Account = Facebook, Text = facebook, Language = "de" },
    ];
}
