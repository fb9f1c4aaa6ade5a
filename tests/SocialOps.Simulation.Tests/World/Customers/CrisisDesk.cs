using NodaTime;
using SocialOps.Channels;
using SocialOps.Crisis;
using SocialOps.Inbox;
using SocialOps.Simulation.Tests.Engine;

namespace SocialOps.Simulation.Tests.World.Customers;

/// <summary>People who put cases off at a signed risk, say how high a wave is, hide what may be hidden, and label anew.</summary>
internal sealed class CrisisDesk(Process portal, History history) : Area(portal, history)
{
    private static readonly Actor Ada = Actor.Person("ada", "simulation");

    public override bool Act()
    {
        var cases = History.All(InboxRecords.Cases).Where(c => c.ClosedAt is null).ToList();
        if (cases.Count == 0)
        {
            return false;
        }

        var one = History.Random.Pick(cases);
        switch (History.Random.Below(12))
        {
            case < 4:
                Defer(one);
                break;
            case 4 when History.All(InboxRecords.Risks).Where(r => r.RevokedAt is null).ToList() is { Count: > 0 } signed:
                var risk = History.Random.Pick(signed);
                Do("desk", $"revoke the signed risk {risk.Id}", p => p.Ops.Cases.Risks.RevokeAsync(risk.Id, Ada, "no longer").AsTask());
                break;
            case < 8:
                var level = (WaveLevel)History.Random.Below((int)WaveLevel.Hurricane);
                Do("desk", $"set case {one.Id} to level {(int)level}", p => p.Ops.Cases.SetWaveLevelAsync(one.Id, Ada, level, "seen").AsTask());
                break;
            case < 10:
                Moderate(one);
                break;
            default:
                var category = History.Random.Pick<Category>([Category.Complaint, Category.Question, Category.Spam]);
                Do("desk", $"relabel case {one.Id} as {category}", p => p.Ops.Cases.RelabelAsync(one.Id, Ada, category, ComplaintCause.ProductDefect, (Severity)History.Random.Below(3), "read again").AsTask());
                break;
        }

        return true;
    }

    public override bool Finish() => false;

    private void Defer(Case one)
    {
        if (History.All(InboxRecords.Risks).LastOrDefault(r => r.Client == one.Client && r.RevokedAt is null) is not { } signed)
        {
            Do("desk", $"{one.Client} signs the risk of waiting", p => p.Ops.Cases.Risks.SignAsync(one.Client, Ada, "owner", "we wait", [Category.Complaint, Category.Question, Category.SafetyEmergency], Severity.High, WaveLevel.RepeatedCriticism).AsTask());
            return;
        }

        var until = History.Time.Now + Duration.FromMinutes(20 + History.Random.Below(180));
        Do("desk", $"put case {one.Id} off until {until}", p => p.Ops.Cases.DeferAsync(one.Id, Ada, signed.Id, until, "it can wait").AsTask());
    }

    private void Moderate(Case one)
    {
        var byHand = History.Random.Chance(30);
        Do("desk", $"hide {one.Item}{(byHand ? " by hand" : "")}", p => p.Ops.Cases.Moderation.ModerateAsync(one.Item, Ada, ModerationAction.Hide, "spam", byHand).AsTask(), kept => History.Counts.See(Reached.Moderations, kept.Has("item.moderation")));
    }
}
