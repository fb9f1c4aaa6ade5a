using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SocialOps.Inbox;

namespace SocialOps.Tests.Inbox;

/// <summary>The promise as a law: whatever happens, an open case has something due and somebody responsible.</summary>
public sealed class AttendanceTests
{
    private static readonly string[] Texts = ["Alles kaputt", "Danke", "Hm", "Notarzt", "casino"];

    [Fact]
    public void OpenCase_AfterAnyHistory_HasANextActionAndSomebodyResponsible()
        => Prop.ForAll(Gen.Choose(0, 999).ListOf(12).ToArbitrary(), steps => AttendedThroughoutAsync([.. steps]).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    private static async Task<bool> AttendedThroughoutAsync(IReadOnlyList<int> steps)
    {
        await using var ops = await TestOps.StartAsync();
        foreach (var step in steps)
        {
            await DoAsync(ops, step);
            foreach (var open in (await ops.Ops.Cases.QueryOpenAsync(1000)).Items)
            {
                if (open.Responsible is null || !await IsWatchedAsync(ops, open))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Something that is not overtaken is due soon, or when a running clock is missed.</summary>
    private static async Task<bool> IsWatchedAsync(TestOps ops, SocialOps.Inbox.Case open)
    {
        var rows = await ops.Ops.Cases.QueryDueAsync(open.Id);
        return rows.Any(r => r.DedupeKey == $"{open.Id}/{open.EscalationSequence}" && r.DueAt <= ops.Time.Now + Duration.FromHours(4))
            || open.Clocks.Any(c => c.State == SocialOps.Inbox.ClockState.Running && rows.Any(r => r.DedupeKey == $"{open.Id}/{c.Sequence}"));
    }

    /// <summary>Settles it, or takes the next step of a complaint's dialogue.</summary>
    private static Task LeadOnAsync(TestOps ops, Case one) => one.Dialogue switch
    {
        { Stage: ComplaintStage.Received } => ops.Ops.Cases.RecordStepAsync(one.Id, TestOps.Ada, ComplaintStep.Apologise, "Am Telefon.").AsTask(),
        { Stage: ComplaintStage.SolutionOffered } => ops.Ops.Cases.RecordStepAsync(one.Id, TestOps.Ada, ComplaintStep.Accept, "Einverstanden.").AsTask(),
        { Stage: ComplaintStage.Settled } => ops.Ops.Cases.RecordStepAsync(one.Id, TestOps.Ada, ComplaintStep.FollowUp, "Alles gut.").AsTask(),
        { Stage: ComplaintStage.ClientContacted, Client.Answer: not null } => ops.Ops.Cases.RecordStepAsync(one.Id, TestOps.Ada, ComplaintStep.OfferSolution, "Ein neues.").AsTask(),
        { Stage: ComplaintStage.NeedsClient or ComplaintStage.ClientContacted or ComplaintStage.ClientUnreachable } => ops.Ops.Cases.RecordClientAnswerAsync(one.Id, TestOps.Ada, "owner", "Ein neues.", true).AsTask(),
        _ => ops.Ops.Cases.SettleAsync(one.Id, TestOps.Ada, "Erledigt.").AsTask(),
    };

    /// <summary>An item arrives, somebody does something, or time passes.</summary>
    private static async Task DoAsync(TestOps ops, int step)
    {
        var open = (await ops.Ops.Cases.QueryOpenAsync(1000)).Items;
        var one = open.Count == 0 ? null : open[step % open.Count];
        switch (step % 9)
        {
            case 0 or 1:
                await ops.ReceiveAsync(Texts[step / 9 % Texts.Length], step % 2 == 0 ? TestAgency.Shop : TestAgency.Bakery, $"thread-{step % 3}");
                break;
            case 2 when one is not null && (one.ClaimedAt is null || one.Responsible!.ToString() == "ada"):
                await ops.Ops.Cases.ClaimAsync(one.Id, TestOps.Ada);
                break;
            case 3 when one is not null:
                await ops.Ops.Cases.AcknowledgeAsync(one.Id, TestOps.Ben, "Gesehen.");
                break;
            case 4 when one is { ProposedReply: not null, ReplyPending: false, ClientReplies: false }:
                ops.Network.Fault = step % 2 == 0 ? null : _ => (step % 4 == 1, new Channels.PublishResult.OutcomeUnknown("timeout"));
                await ops.Ops.Cases.ReplyAsync(one.Id, TestOps.Ada, $"Das tut uns leid ({step}).");
                await ops.DrainAsync();
                break;
            case 5 when one is not null:
                await ops.Ops.Cases.ContactClientAsync(one.Id, TestOps.Ada, "Bitte melden");
                break;
            case 6 when one is { ReplyPending: false, ClientReplies: false }:
                await LeadOnAsync(ops, one);
                break;
            case 7 when one is not null:
                await ops.Ops.Cases.HandOverAsync(one.Id, TestOps.Ada, new People.Recipient.OfAgency(TestAgency.Ben), "Feierabend");
                break;
            default:
                await ops.PassAsync(Duration.FromMinutes(step));
                break;
        }
    }
}
