using NodaTime;
using SocialOps.Approvals;
using SocialOps.Channels;
using SocialOps.Content;
using SocialOps.People;
using SocialOps.Publishing;
using SocialOps.Simulation.Tests.Engine;
using SocialOps.Tests;

namespace SocialOps.Simulation.Tests.World.Publications;

/// <summary>People who write, plan, submit, approve, refuse, edit what is approved, take back, freeze and let go. Their book says what may go out.</summary>
internal sealed class Editors(Process portal, History history) : Area(portal, history)
{
    private static readonly Actor Ada = Actor.Person("ada", "simulation");
    private static readonly Actor Ben = Actor.Person("ben", "simulation");
    private readonly YesBook _book = new(history);
    private readonly Dictionary<PublicationId, int> _letGo = [];
    private int _pieces;

    private IReadOnlyList<ContentItem> Items => History.All(ContentRecords.Items);

    private IReadOnlyList<ApprovalRequest> Requests => History.All(ApprovalRecords.Requests);

    private IEnumerable<Publication> Held => History.All(PublicationRecords.Publications).Where(p => p is { State: PublicationState.Held, Content: not null });

    public override bool Act()
    {
        if (Items.Count == 0 || (Items.Count < 3 && History.Random.Chance(10)))
        {
            Write();
            return true;
        }

        var item = History.Random.Pick(Items);
        return History.Random.Chance(80) ? GoOnWith(item) : Interfere(item);
    }

    public override bool Finish()
    {
        if (History.Freezes.Frozen.FirstOrDefault() is { } scope)
        {
            Lift(FreezeScope.OfKey(scope));
            return true;
        }

        if (Held.FirstOrDefault() is { } held)
        {
            return LetGo(held);
        }

        if (Requests.FirstOrDefault(r => r.Emergencies.Any(e => e.ReviewedAt is null)) is { } released)
        {
            var release = released.Emergencies.First(e => e.ReviewedAt is null);
            Do("editors", $"review release {release.Number} of {released.Id}", p => p.Ops.Approvals.ExecuteAsync(released.Id, new ApprovalCommand.ReviewEmergency(Of(Ben), release.Number, true, "right so")).AsTask());
            return true;
        }

        if (Requests.FirstOrDefault(IsOpen) is not { } open)
        {
            return false;
        }

        Do("editors", $"withdraw request {open.Id}", p => p.Ops.Approvals.ExecuteAsync(open.Id, new ApprovalCommand.Withdraw(Of(Ada), "not needed any more")).AsTask());
        return true;
    }

    public override void SeeRequest(PublishRequest request) => _book.Leaves(request);

    public override void CheckEnd()
    {
        foreach (var publication in Held)
        {
            History.Violate($"liveness: publication {publication.Id} is still held: {publication.Reason}");
        }

        foreach (var request in Requests.Where(IsOpen))
        {
            History.Violate($"liveness: request {request.Id} for {request.SubjectId} is still open.");
        }
    }

    protected override void Watch(Commit commit)
    {
        foreach (var publication in commit.Of(PublicationRecords.Publications).Where(p => p.Content is not null))
        {
            History.Freezes.Meant(publication.Id, anew: false);
            History.Counts.See(Reached.HeldPublications, publication.State == PublicationState.Held);
            if (publication.State == PublicationState.Sending)
            {
                History.Freezes.Begun(publication);
                _book.Begun(publication);
            }
        }
    }

    /// <summary>The next thing on its way out.</summary>
    private bool GoOnWith(ContentItem item)
    {
        if (item.Window is not { } window || window.NotAfter < History.Time.Now)
        {
            Plan(item);
        }
        else if (item.Variants.Any(v => v.State is VariantState.Draft or VariantState.ChangesRequested or VariantState.Expired))
        {
            Submit(item);
        }
        else if (Requests.Where(r => r.IsOpen).ToList() is { Count: > 0 } open)
        {
            Decide(History.Random.Pick(open));
        }
        else
        {
            return Held.ToList() is { Count: > 0 } held && LetGo(History.Random.Pick(held));
        }

        return true;
    }

    /// <summary>Something that comes between.</summary>
    private bool Interfere(ContentItem item)
    {
        switch (History.Random.Below(12))
        {
            case < 3:
                Edit(item);
                break;
            case < 5 when Requests.Count > 0:
                TakeBack(History.Random.Pick(Requests));
                break;
            case 5:
                FreezeOrLift();
                break;
            case 7 when Requests.Count > 0:
                Release(History.Random.Pick(Requests));
                break;
            case 6 or 8 or 9:
                Plan(item);
                break;
            case 10 when History.Random.Chance(20):
                Withdraw(item);
                break;
            default:
                Submit(item);
                break;
        }

        return true;
    }

    /// <summary>Something that can still go out is asked for; what went out in an emergency ends with its step's time.</summary>
    private static bool IsOpen(ApprovalRequest request) => request.Parts.Any(p => p is { State: PartState.InReview, PublishedAt: null });

    private static Recipient Of(Actor person) => new Recipient.OfAgency(new(person.Id));

    private void Write()
    {
        var number = ++_pieces;
        var client = History.Random.Chance(65) ? TestAgency.Shop : TestAgency.Bakery;
        ChannelAccountId[] accounts = client == TestAgency.Bakery ? [LargeAgency.BakeryX] : History.Random.Chance(40) ? [LargeAgency.ShopX, LargeAgency.ShopBluesky] : [LargeAgency.ShopX];
        Variant[] variants = [.. accounts.Select(a => new Variant { Account = a, Text = $"Am Samstag ist Sommerfest! ({number})" })];
        Do("editors", $"write piece {number} for {client} on {string.Join(" and ", accounts)}", p => p.Ops.Content.CreateAsync(client, new("Sommerfest", ContentKind.ClientStory, [ContentPurpose.Inform], []), variants, Ada).AsTask(), kept =>
        {
            foreach (var item in kept.Of(ContentRecords.Items))
            {
                _book.Written(item.Id, client, variants);
            }
        });
    }

    private void Edit(ContentItem item)
    {
        var day = History.Random.Pick<string>(["Samstag", "Samstag", "Sonntag", "Montag"]);
        var number = Items.ToList().FindIndex(i => i.Id == item.Id) + 1;
        var only = History.Random.Chance(50) ? History.Random.Pick(item.Variants).Account : (ChannelAccountId?)null;
        var revision = History.All(ContentRecords.Revisions).Single(r => r.Item == item.Id && r.Number == item.Revision);
        Variant[] variants = [.. revision.Variants.Select(v => only is null || v.Account == only ? v with { Text = $"Am {day} ist Sommerfest! ({item.Id})" } : v)];
        Do("editors", $"edit content {item.Id} ({number}): {day}", p => p.Ops.Content.ReviseAsync(item.Id, item.Revision, variants, History.Random.Chance(70) ? Ada : Ben).AsTask(), kept =>
        {
            if (kept.Has("content.revised"))
            {
                _book.Written(item.Id, item.Client, variants);
            }
        });
    }

    private void Plan(ContentItem item)
    {
        var at = History.Time.Now + Duration.FromMinutes(5 + History.Random.Below(55));
        var window = new PublishWindow(at, at - Duration.FromMinutes(History.Random.Below(60)), at + Duration.FromMinutes(30 + History.Random.Below(240)));
        Do("editors", $"plan content {item.Id} for {at}", p => p.Ops.Editorial.ScheduleAsync(item.Id, window, Ada).AsTask(), kept => _book.Of(item.Id).Plan = kept.Has("content.scheduled") ? window : _book.Of(item.Id).Plan);
    }

    private void Submit(ContentItem item)
        => Do("editors", $"submit content {item.Id}", async p =>
        {
            var answer = await p.Ops.Editorial.SubmitAsync(item.Id, Ada).ConfigureAwait(false);
            History.Log("editors", $"hear {answer.Answer?.Outcome.ToString() ?? string.Join(' ', answer.Readiness.Findings.Where(f => f.Severity == FindingSeverity.Error))}");
        }, kept =>
        {
            foreach (var request in kept.Of(ApprovalRecords.Requests))
            {
                _book.Of(item.Id).Request = request.Id;
            }
        });

    private void Decide(ApprovalRequest request)
    {
        var run = History.Random.Pick(request.Runs.Where(r => r.Parts.Any(p => request.FindPart(p.Name)?.State == PartState.InReview)).DefaultIfEmpty(request.Runs[^1]).ToList());
        ApprovalPart[] parts = [.. request.Parts.Where(p => p.Run == run.Number).Select(p => new ApprovalPart(p.Name, p.Hash)).Where(_ => History.Random.Chance(90))];
        var who = History.Random.Pick<Recipient>([Of(Ben), Of(Ben), new Recipient.OfAgency(LargeAgency.Cem), new Recipient.OfAgency(LargeAgency.Cem), Of(Ada), new Recipient.OfClient(request.Client, "owner"), new Recipient.OfClient(request.Client, "owner")]);
        who = run.Step == 1 && History.Random.Chance(70) ? new Recipient.OfClient(request.Client, "owner") : who;
        var kind = History.Random.Below(20) switch { < 16 => DecisionKind.Approve, < 19 => DecisionKind.RequestChanges, _ => DecisionKind.Reject };
        Execute(request, $"{who} {kind} of step {run.Step}", new ApprovalCommand.Decide(kind, who, "simulation") { Parts = parts, Step = run.Step, Comment = "so" }, kept =>
        {
            foreach (var part in kept.Has($"approval.{kind.ToString().ToLowerInvariant()}") ? parts : [])
            {
                _book.Said(new(request.SubjectId), new(request.Id, run.Step, who, kind, new(part.Name), part.Hash, null));
            }
        });
    }

    private void TakeBack(ApprovalRequest request)
    {
        var who = History.Random.Pick<Recipient>([Of(Ben), new Recipient.OfAgency(LargeAgency.Cem), new Recipient.OfClient(request.Client, "owner")]);
        Execute(request, $"{who} takes back", new ApprovalCommand.Revoke(who, "second thoughts"), kept =>
        {
            if (kept.Has("approval.revoked"))
            {
                History.Counts.See(Reached.ApprovalsTakenBack);
                _book.Of(new(request.SubjectId)).Voices.RemoveAll(v => v.Request == request.Id && v.Who == who && v.Kind == DecisionKind.Approve && request.FindPart(v.Account.Value)?.PublishedAt is null);
            }
        });
    }

    private void Release(ApprovalRequest request)
    {
        ApprovalPart[] parts = [.. request.Parts.Take(1).Select(p => new ApprovalPart(p.Name, p.Hash))];
        Execute(request, "Ada releases in an emergency", new ApprovalCommand.ReleaseInEmergency(Of(Ada), "a recall", parts), kept =>
        {
            History.Counts.See(Reached.EmergencyReleases, kept.Has("approval.emergency"));
            _book.Of(new(request.SubjectId)).Released.UnionWith(kept.Has("approval.emergency") ? parts.Select(p => p.Hash) : []);
        });
    }

    private void Withdraw(ContentItem item)
    {
        var account = History.Random.Pick(item.Variants).Account;
        Do("editors", $"take {account} of content {item.Id} back", p => p.Ops.Content.WithdrawAsync(item.Id, account, "no", Ada).AsTask(), kept => _book.Of(item.Id).TakenBack.Add(account));
    }

    private void FreezeOrLift()
    {
        var scope = History.Random.Pick<FreezeScope>([FreezeScope.All, FreezeScope.Of(TestAgency.Shop), FreezeScope.Of(LargeAgency.ShopX)]);
        if (History.Freezes.IsFrozen(scope))
        {
            Lift(scope);
        }
        else
        {
            Do("editors", $"freeze {scope}", p => p.Ops.Publications.Freezes.FreezeAsync(scope, Ada, "a wave").AsTask());
        }
    }

    private void Lift(FreezeScope scope)
        => Do("editors", $"lift the freeze of {scope}", p => p.Ops.Publications.Freezes.LiftAsync(scope, Ada).AsTask(), kept => History.Freezes.Lifted(kept.Has("publishing.unfrozen") ? scope.Key : ""));

    /// <summary>What is held goes out after all, as long as it can; else it never does.</summary>
    private bool LetGo(Publication held)
    {
        _letGo[held.Id] = _letGo.GetValueOrDefault(held.Id) + 1;
        if (_letGo[held.Id] < 3 && History.Random.Chance(70))
        {
            Do("editors", $"let publication {held.Id} go out", p => p.Ops.Publications.ReconfirmAsync(held.Id, Ada).AsTask(), _ => History.Freezes.Meant(held.Id, anew: true));
        }
        else
        {
            Do("editors", $"cancel publication {held.Id}", p => p.Ops.Publications.CancelAsync(held.Id, Ada, "too late").AsTask());
        }

        return true;
    }

    private void Execute(ApprovalRequest request, string what, ApprovalCommand command, Action<Commit> kept)
        => Do("editors", $"{what}: request {request.Id}", async p =>
        {
            var answer = await p.Ops.Approvals.ExecuteAsync(request.Id, command).ConfigureAwait(false);
            History.Log("editors", $"hear {answer.Outcome}");
        }, kept);
}
