using NodaTime;
using SocialOps.Approvals;
using SocialOps.Channels;
using SocialOps.Content;
using SocialOps.Inbox;
using SocialOps.People;
using SocialOps.Publishing;

namespace SocialOps.Tests.Publishing;

/// <summary>
/// Random commands of everybody who has a hand in it, with a book beside that knows only who said yes to which bytes. Whatever reaches the network must stand in the book at that moment; for any store.
/// </summary>
internal sealed class EditorialModel
{
    private static readonly string[] Texts = ["Am Samstag ist Sommerfest!", "Am Sonntag ist Sommerfest!", "Kein Sommerfest."];
    private static readonly Recipient Ada = new Recipient.OfAgency(TestAgency.Ada);
    private static readonly Recipient Ben = new Recipient.OfAgency(TestAgency.Ben);
    private readonly EditorialOps _ops;
    private readonly Random _random;
    private readonly List<string> _done = [];
    private readonly HashSet<ContentHash> _yes = [];
    private readonly HashSet<ContentHash> _released = [];
    private readonly HashSet<string> _frozen = [];
    private readonly Dictionary<string, int> _accepted = [];
    private readonly List<ProposalAnswer> _proposals = [];
    private ContentItem? _item;
    private CaseId? _case;
    private int _items;
    private string? _wrong;

    private EditorialModel(EditorialOps ops, int seed)
    {
        (_ops, _random) = (ops, new(seed));
        ops.Ops.Network.Fault = Sent;
    }

    /// <summary>How many were sent in a history.</summary>
    public int SentCount { get; private set; }

    public static async Task<int> RunAsync(EditorialOps ops, int seed, int commands)
    {
        var model = new EditorialModel(ops, seed);
        for (var i = 0; i < commands; i++)
        {
            await model.StepAsync(seed);
        }

        ops.Ops.Network.Fault = null;
        (await ops.Tenant.Invariants.CheckAsync()).Violations.Should().BeEmpty("seed {0}: {1}", seed, string.Join(", ", model._done));
        return model.SentCount;
    }

    /// <summary>The moment of the truth: something goes out. The engine takes what is thrown here for a failed send, so it is only noted.</summary>
    private (bool Accepts, PublishResult? Answer) Sent(PublishRequest request)
    {
        var hash = ContentHash.Of(request.Body.Span);
        if (!_yes.Contains(hash) && !_released.Contains(hash))
        {
            _wrong ??= $"{hash.Abbreviated} of '{request.Account}' went out, and nobody said yes to it";
        }

        if (request.InReplyTo is null && (_frozen.Contains("all") || _frozen.Contains($"account/{request.Account}")))
        {
            _wrong ??= $"'{request.Account}' is frozen, and published";
        }

        SentCount++;
        var answer = _random.Next(8) switch
        {
            0 => (false, new PublishResult.NotSent("503")),
            1 => (true, new PublishResult.OutcomeUnknown("timeout")),
            2 => (false, new PublishResult.OutcomeUnknown("timeout")),
            _ => (true, (PublishResult?)null),
        };
        if (answer.Item1)
        {
            _accepted[request.IdempotencyKey] = _accepted.GetValueOrDefault(request.IdempotencyKey) + 1;
            _wrong ??= _accepted[request.IdempotencyKey] > 1 ? $"'{request.Text}' stands there twice" : null;
        }

        return answer;
    }

    private async Task StepAsync(int seed)
    {
        var choice = _random.Next(20);
        try
        {
            _done.Add(await DoAsync(choice));
        }
        catch (Exception exception) when (exception is InvalidTransitionException or ConcurrencyConflictException)
        {
            _done.Add($"{choice} refused");
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.IAssertionException)
        {
            throw new InvalidOperationException($"Seed {seed}, after: {string.Join(", ", _done)}", exception);
        }

        _wrong.Should().BeNull("seed {0}, after: {1}", seed, string.Join(", ", _done));
    }

    private async Task<string> DoAsync(int choice)
    {
        switch (choice)
        {
            case 0 or 1 when _item is not null:
                var text = TextOf(_random.Next(Texts.Length));
                _item = await _ops.EditAsync((await _ops.Tenant.Content.FindAsync(_item.Id))!, text, EditorialOps.X);
                return $"edit to \"{text}\"";
            case 2 or 3 or 4 when _item is not null:
                await _ops.Tenant.Editorial.SubmitAsync(_item.Id, TestOps.Ada);
                return "submit";
            case 5 or 6 or 7:
                return await DecideAsync(DecisionKind.Approve, _random.Next(6) == 0 ? Ada : Ben);
            case 8:
                return await DecideAsync(_random.Next(2) == 0 ? DecisionKind.Reject : DecisionKind.RequestChanges, Ben);
            case 9:
                return await RevokeAsync();
            case 10 when _random.Next(3) == 0:
                return await ReleaseAsync();
            case 11:
                return await FreezeAsync();
            case 12 when _item is not null:
                var at = _ops.Ops.Time.Now + Duration.FromMinutes(_random.Next(200));
                await _ops.Tenant.Editorial.ScheduleAsync(_item.Id, new(at, at - Duration.FromMinutes(_random.Next(90)), at + Duration.FromMinutes(_random.Next(300))), TestOps.Ada);
                return "move";
            case 13:
                return await ConfirmAsync();
            case 14:
                return await ProposeAsync();
            case 15 or 16 or 17 or 18 when _item is not null:
                var length = Duration.FromMinutes(1 + _random.Next(100));
                _done.Add($"pass {length}");
                await _ops.Ops.PassAsync(length);
                return "passed";
            default:
                _ops.NextSlot();
                _items++;
                _item = await _ops.WriteAsync(TextOf(0), EditorialOps.X);
                return "write";
        }
    }

    private async Task<string> DecideAsync(DecisionKind kind, Recipient who)
    {
        if ((await _ops.Tenant.Approvals.QueryPendingAsync(Ben)).Items is not { Count: > 0 } waiting)
        {
            return "nothing waits";
        }

        var pending = waiting[_random.Next(waiting.Count)];
        ApprovalPart[] parts = [.. pending.Parts.Where(_ => _random.Next(3) > 0)];
        var answer = await _ops.Tenant.Approvals.ExecuteAsync(pending.Request, new ApprovalCommand.Decide(kind, who, "test") { Parts = parts, Step = pending.Step, Comment = "so" });
        if (answer.IsAccepted && kind == DecisionKind.Approve)
        {
            who.Should().Be(Ben, "the author may not approve");
            _yes.UnionWith(parts.Select(p => p.Hash));
        }

        return $"{who} {kind} {string.Join('+', parts.Select(p => p.Hash.Abbreviated))}: {answer.IsAccepted}";
    }

    /// <summary>No two items say the same, so a yes to bytes is a yes to one item's.</summary>
    private string TextOf(int number) => $"{Texts[number]} ({_items})";

    private async Task<string> RevokeAsync()
    {
        var subject = _random.Next(2) == 0 && _proposals.Count > 0
            ? _proposals[_random.Next(_proposals.Count)].Approval.Request
            : _item is null ? null : await _ops.Tenant.Approvals.FindLatestAsync(ApprovalSubjectKind.Content, _item.Id.Value);
        if (subject is null)
        {
            return "nothing to revoke";
        }

        var answer = await _ops.Tenant.Approvals.ExecuteAsync(subject.Id, new ApprovalCommand.Revoke(Ben, "second thoughts"));
        if (answer.IsAccepted)
        {
            foreach (var part in answer.Request!.Decisions.Where(d => d.RevokedAt == _ops.Ops.Time.Now && d.Kind == DecisionKind.Approve).SelectMany(d => d.Parts))
            {
                _yes.Remove(part.Hash);
            }
        }

        return $"revoke: {answer.IsAccepted}";
    }

    private async Task<string> ReleaseAsync()
    {
        if (_item is null || await _ops.Tenant.Approvals.FindLatestAsync(ApprovalSubjectKind.Content, _item.Id.Value) is not { } request)
        {
            return "nothing to release";
        }

        ApprovalPart[] parts = [.. request.Parts.Take(1).Select(p => new ApprovalPart(p.Name, p.Hash))];
        var answer = await _ops.Tenant.Approvals.ExecuteAsync(request.Id, new ApprovalCommand.ReleaseInEmergency(Ada, "recall", parts));
        if (answer.IsAccepted)
        {
            _released.UnionWith(parts.Select(p => p.Hash));
        }

        return $"release: {answer.IsAccepted}";
    }

    private async Task<string> FreezeAsync()
    {
        var scope = _random.Next(2) == 0 ? FreezeScope.All : FreezeScope.Of(EditorialOps.X);
        if (_frozen.Contains(scope.Key))
        {
            await _ops.Tenant.Publications.Freezes.LiftAsync(scope, TestOps.Ada);
            _frozen.Remove(scope.Key);
            return $"lift {scope}";
        }

        await _ops.Tenant.Publications.Freezes.FreezeAsync(scope, TestOps.Ada, "a wave");
        _frozen.Add(scope.Key);
        return $"freeze {scope}";
    }

    private async Task<string> ConfirmAsync()
    {
        var waiting = (await _ops.Tenant.Publications.QueryUnfinishedAsync()).Items.Where(p => p.State == PublicationState.Held).ToList();
        if (waiting.Count == 0)
        {
            return "nothing is held";
        }

        var publication = waiting[_random.Next(waiting.Count)];
        await (_random.Next(3) > 0 ? _ops.Tenant.Publications.ReconfirmAsync(publication.Id, TestOps.Ada) : _ops.Tenant.Publications.CancelAsync(publication.Id, TestOps.Ada, "no"));
        return "confirm or cancel";
    }

    private async Task<string> ProposeAsync()
    {
        if (_case is null || (await _ops.Ops.CaseAsync(_case.Value)).ClosedAt is not null)
        {
            _case = (await _ops.Ops.ReceiveAsync("Alles kaputt")).Id;
        }

        _proposals.Add(await _ops.Tenant.Cases.Replies.ProposeAsync(_case.Value, TestOps.Ada, [$"Das tut uns leid ({_proposals.Count}).", $"Wir kümmern uns ({_proposals.Count})."]));
        return "propose a reply";
    }
}
