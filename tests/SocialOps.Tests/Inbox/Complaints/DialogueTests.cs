using NodaTime;
using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.Inbox;
using SocialOps.People;
using SocialOps.Responses;

namespace SocialOps.Tests.Inbox.Complaints;

/// <summary>The dialogue with somebody who complains, from the item to the closed case, through the real engine.</summary>
public sealed class DialogueTests
{
    [Fact]
    [Requirement("0.13")]
    public async Task Reply_ThatIsNoApology_IsRefusedAsTheFirst()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");

        var reply = () => ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada, "Wir schauen nach.").AsTask();

        (await reply.Should().ThrowAsync<InvalidTransitionException>()).WithMessage("*an apology comes first*");
    }

    [Fact]
    [Requirement("0.13")]
    public async Task Reply_TheApologyIsSeen_MovesOnOnlyThen()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");

        var sending = await ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada);
        await ops.DrainAsync();

        sending.Dialogue!.Stage.Should().Be(ComplaintStage.Received);
        (await StageAsync(ops, opened)).Should().Be(ComplaintStage.Apologised);
    }

    [Theory]
    [Requirement("0.14")]
    [InlineData("Alles kaputt", "Das tut uns leid.")]
    [InlineData("Mein Auto ist beschädigt", "Wir bedauern sehr, was geschehen ist.")]
    public async Task Reply_Proposed_FollowsTheCause(string complaint, string apology)
    {
        await using var ops = await TestOps.StartAsync(WithDamage());
        var opened = await ops.ReceiveAsync(complaint);

        await ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada);
        await ops.DrainAsync();

        ops.Network.Posts.Should().ContainSingle().Which.Text.Should().Be(apology);
    }

    [Fact]
    [Requirement("0.15")]
    public async Task Reply_AdmittingFaultWhereDamageWasDone_IsRefused()
    {
        await using var ops = await TestOps.StartAsync(WithDamage());
        var opened = await ops.ReceiveAsync("Mein Auto ist beschädigt");

        var reply = () => ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada, "Es tut uns leid, das ist unsere Schuld.").AsTask();

        (await reply.Should().ThrowAsync<InvalidTransitionException>()).WithMessage("*admits nothing*");
    }

    [Fact]
    [Requirement("0.15")]
    public async Task Reply_PromisingCompensation_NeedsTheClientsWord()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ApologisedAsync(ops);
        var promise = new CaseReply { Text = "Wir ersetzen das Gerät.", Step = ComplaintStep.OfferSolution };
        await ops.Ops.Cases.RecordStepAsync(opened.Id, TestOps.Ada, ComplaintStep.AskClient, "Sie will ein neues.");
        await ops.Ops.Cases.RecordClientAnswerAsync(opened.Id, TestOps.Ada, "owner", "Nur ein gutes Wort.", allowsCompensation: false);

        var early = () => ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada, promise).AsTask();
        await early.Should().ThrowAsync<InvalidTransitionException>();
        await ops.Ops.Cases.RecordClientAnswerAsync(opened.Id, TestOps.Ada, "owner", "Gut, ein neues.", allowsCompensation: true);
        await ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada, promise);
        await ops.DrainAsync();

        (await StageAsync(ops, opened)).Should().Be(ComplaintStage.SolutionOffered);
    }

    [Fact]
    [Requirement("0.15")]
    public async Task Receive_ClaimForCompensation_TellsTheClientAtOnceAndAfterTheApologyTheClientDecides()
    {
        await using var ops = await TestOps.StartAsync();

        var opened = await ops.ReceiveAsync("Alles kaputt, ich will mein Geld zurück");
        ops.Desk.Names.Should().Contain("owner (shop)");
        await ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada);
        await ops.DrainAsync();

        (await StageAsync(ops, opened)).Should().Be(ComplaintStage.ClientContacted);
        var settle = () => ops.Ops.Cases.SettleAsync(opened.Id, TestOps.Ada, "Erledigt.").AsTask();
        await settle.Should().ThrowAsync<InvalidTransitionException>();
    }

    [Fact]
    [Requirement("0.16")]
    public async Task Client_NobodyAnswers_IsAskedByTopicThenInOrderThenAgain()
    {
        await using var ops = await TestOps.StartAsync(WithContacts());
        var opened = await ApologisedAsync(ops);
        ops.Desk.Told.Clear();

        await ops.Ops.Cases.ContactClientAsync(opened.Id, TestOps.Ada, "Was dürfen wir anbieten?");
        await ops.PassAsync(Duration.FromMinutes(120));

        ops.Desk.Names.Where(n => n.EndsWith("(shop)", StringComparison.Ordinal)).Distinct().Should().Equal("workshop (shop)", "office (shop)", "owner (shop)");
        (await StageAsync(ops, opened)).Should().Be(ComplaintStage.ClientUnreachable);
        ops.Desk.Told.Clear();
        await ops.PassAsync(Duration.FromHours(3));
        ops.Desk.Names.Should().Contain("workshop (shop)", "the round begins again");
    }

    [Fact]
    [Requirement("0.16")]
    public async Task Claim_ByAContactAtTheClient_EndsTheRound()
    {
        await using var ops = await TestOps.StartAsync(WithContacts());
        var opened = await ApologisedAsync(ops);
        await ops.Ops.Cases.ContactClientAsync(opened.Id, TestOps.Ada, "Was dürfen wir anbieten?");
        await ops.PassAsync(Duration.FromMinutes(1));
        ops.Desk.Told.Clear();

        await ops.Ops.Cases.ClaimAsync(opened.Id, Actor.ClientContact("workshop", "test"));
        await ops.PassAsync(Duration.FromHours(3));

        ops.Desk.Names.Should().NotContain(["office (shop)", "owner (shop)"]);
    }

    [Fact]
    public async Task Silence_OfThreeDaysAfterTheApology_SettlesWhatIsMild()
    {
        await using var ops = await TestOps.StartAsync(Mild());
        var opened = await ApologisedAsync(ops);

        await ops.PassAsync(Duration.FromHours(72) - Duration.FromMinutes(1));
        var before = await ops.CaseAsync(opened.Id);
        await ops.PassAsync(Duration.FromMinutes(1));

        before.ClosedAt.Should().BeNull();
        (await ops.CaseAsync(opened.Id)).Should().Match<Case>(c => c.ClosedAt != null && c.Dialogue!.Stage == ComplaintStage.Closed);
    }

    [Fact]
    public async Task Silence_AfterAThankYou_CountsFromIt()
    {
        await using var ops = await TestOps.StartAsync(Mild());
        var opened = await ApologisedAsync(ops);
        await ops.PassAsync(Duration.FromHours(60));

        await ops.ReceiveAsync("Danke", thread: "t");
        await ops.PassAsync(Duration.FromHours(71));

        (await ops.CaseAsync(opened.Id)).ClosedAt.Should().BeNull();
    }

    [Fact]
    public async Task Silence_AtSeverityTwo_SettlesNothing()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ApologisedAsync(ops);

        await ops.PassAsync(Duration.FromDays(5));

        (await ops.CaseAsync(opened.Id)).ClosedAt.Should().BeNull();
    }

    [Fact]
    public async Task Dialogue_ToItsEnd_IsFollowedUpThreeDaysLater()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await SettledAsync(ops);
        ops.Desk.Told.Clear();

        await ops.PassAsync(Duration.FromDays(3) - Duration.FromMinutes(1));
        ops.Desk.Told.Should().BeEmpty("settled is settled");
        await ops.PassAsync(Duration.FromMinutes(6));
        var told = ops.Desk.Told.Select(t => t.Notices[^1].Text).ToList();
        var closed = await ops.Ops.Cases.RecordStepAsync(opened.Id, TestOps.Ada, ComplaintStep.FollowUp, "Alles gut.");

        told.Should().Contain(t => t.StartsWith("Three days ago it was settled", StringComparison.Ordinal));
        (closed.CloseReason, closed.Dialogue!.Stage).Should().Be((CloseReason.Settled, ComplaintStage.Closed));
    }

    [Fact]
    public async Task Receive_TheAuthorWritesToAClosedComplaint_OpensItAgain()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await SettledAsync(ops);
        await ops.Ops.Cases.RecordStepAsync(opened.Id, TestOps.Ada, ComplaintStep.FollowUp, "Alles gut.");

        var again = await ops.ReceiveAsync("Schon wieder!", thread: "t");

        (again.Id, again.ClosedAt, again.Dialogue!.Stage, again.Dialogue.Reopened).Should().Be((opened.Id, null, ComplaintStage.Apologised, 1));
        again.FindClock(ClockKind.Acknowledge)!.State.Should().Be(ClockState.Running);
    }

    [Fact]
    public async Task Receive_TheAuthorWritesAfterSettled_OpensItAgainAndNobodyAsksLater()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await SettledAsync(ops);

        await ops.ReceiveAsync("Der Fehler ist wieder da", thread: "t");
        await ops.Ops.Cases.AcknowledgeAsync(opened.Id, TestOps.Ada, "Gesehen.");
        ops.Desk.Told.Clear();
        await ops.PassAsync(Duration.FromDays(4));

        ops.Desk.Told.SelectMany(t => t.Notices).Should().NotContain(n => n.Text.StartsWith("Three days ago", StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("2.10")]
    public async Task Apology_OnAFriday_LeavesNextActionRunningThroughTheWeekend()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ApologisedAsync(ops);
        ops.Desk.Told.Clear();

        await ops.PassAsync(Duration.FromHours(20));

        (await ops.CaseAsync(opened.Id)).ClocksBreached.Should().BeGreaterThan(0);
        ops.Desk.Names.Should().Contain("ben", "it is Saturday, and acknowledged is not handled");
    }

    [Fact]
    public async Task Resolve_WhileWeWaitForTheAuthor_Pauses()
    {
        await using var ops = await TestOps.StartAsync(WithResolve());
        var opened = await ops.ReceiveAsync("Alles kaputt", thread: "t");
        await ops.PassAsync(Duration.FromHours(2));
        await ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada);
        await ops.DrainAsync();
        var paused = (await ops.CaseAsync(opened.Id)).FindClock(ClockKind.Resolve)!;

        await ops.PassAsync(Duration.FromDays(2));
        var resumed = (await ops.ReceiveAsync("Und jetzt?", thread: "t")).FindClock(ClockKind.Resolve)!;

        paused.State.Should().Be(ClockState.Paused);
        resumed.State.Should().Be(ClockState.Running);
        (resumed.DueAt - TestAgency.Friday).Should().Be(Duration.FromHours(10) + Duration.FromDays(2));
    }

    [Fact]
    public async Task Resolve_NotSettledInTime_IsMissedAndTold()
    {
        await using var ops = await TestOps.StartAsync(WithResolve());
        var opened = await ops.ReceiveAsync("Alles kaputt", thread: "t");

        await ops.PassAsync(Duration.FromHours(10) + Duration.FromMinutes(5));

        (await ops.CaseAsync(opened.Id)).FindClock(ClockKind.Resolve)!.State.Should().Be(ClockState.Breached);
        (await ops.HistoryAsync(opened.Id)).Should().Contain(e => e.Action == "clock.breached" && e.Detail.StartsWith("Resolve", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Relabel_WhatIsNoComplaint_NeedsNoApology()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Der alte Deckel ist kaputt, euer neuer hält!");

        await ops.Ops.Cases.RelabelAsync(opened.Id, TestOps.Ada, Category.Praise, ComplaintCause.Other, Severity.None, "Ein Lob.");
        var settled = await ops.Ops.Cases.SettleAsync(opened.Id, TestOps.Ada, "Gelesen.");

        (settled.Category, settled.CloseReason).Should().Be((Category.Praise, CloseReason.Settled));
    }

    [Fact]
    public async Task Reply_ToAnotherWhoComplainsInTheThread_LeavesTheDialogueWhereItStands()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ApologisedAsync(ops);
        await ops.ReceiveAsync("Bei mir auch kaputt", thread: "t", author: "bert");

        var cold = () => ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada, "Wir prüfen.").AsTask();
        await cold.Should().ThrowAsync<InvalidTransitionException>("each who complains gets an apology first");
        await ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada, "Tut uns leid, auch das prüfen wir.");
        await ops.DrainAsync();

        var after = await ops.CaseAsync(opened.Id);
        (after.Dialogue!.Author, after.Dialogue.Stage).Should().Be(("anke", ComplaintStage.Apologised));
        ops.Network.Posts.Should().HaveCount(2);
    }

    [Fact]
    [Requirement("0.9")]
    public async Task Receive_WhereTheClientReplies_BeginsNoDialogue()
    {
        await using var ops = await TestOps.StartAsync();

        (await ops.ReceiveAsync("Alles kaputt", TestAgency.Bakery)).Dialogue.Should().BeNull();
    }

    private static async Task<ComplaintStage?> StageAsync(TestOps ops, Case one) => (await ops.CaseAsync(one.Id)).Dialogue?.Stage;

    private static async Task<Case> ApologisedAsync(TestOps ops)
    {
        var opened = await ops.ReceiveAsync("Alles kaputt", thread: "t");
        await ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada);
        await ops.DrainAsync();
        return await ops.CaseAsync(opened.Id);
    }

    private static async Task<Case> SettledAsync(TestOps ops)
    {
        var opened = await ApologisedAsync(ops);
        await ops.Ops.Cases.RecordStepAsync(opened.Id, TestOps.Ada, ComplaintStep.AskClient, "Sie will ein neues.");
        await ops.Ops.Cases.RecordClientAnswerAsync(opened.Id, TestOps.Ada, "owner", "Ein neues.", true);
        await ops.Ops.Cases.RecordStepAsync(opened.Id, TestOps.Ada, ComplaintStep.OfferSolution, "Am Telefon.");
        await ops.Ops.Cases.RecordStepAsync(opened.Id, TestOps.Ada, ComplaintStep.Accept, "Einverstanden.");
        var settled = await ops.Ops.Cases.SettleAsync(opened.Id, TestOps.Ada, "Getauscht.");
        settled.Dialogue!.Stage.Should().Be(ComplaintStage.Settled);
        await ops.DrainAsync();
        return settled;
    }

    private static AgencyDefinition Mild()
    {
        var agency = TestAgency.Create();
        var policy = agency.Policies[0];
        return agency with { Policies = [policy with { Rules = [.. policy.Rules.Select(r => r.Category == Category.Complaint ? r with { Severity = Severity.Low } : r)] }] };
    }

    private static AgencyDefinition WithDamage()
    {
        var agency = TestAgency.Create();
        var policy = agency.Policies[0];
        return agency with
        {
            Policies =
            [
                policy with
                {
                    Rules = [.. policy.Rules, new() { Id = "damage", Category = Category.Complaint, Cause = ComplaintCause.Damage, Any = ["beschädigt"] }],
                    Patterns = [.. policy.Patterns, new(Category.Complaint, [new(ActionKind.Apologise, new SavedReplyId("regret"))], ComplaintCause.Damage)],
                },
            ],
            Replies = [.. agency.Replies, new(new("regret"), "de", ["Wir bedauern sehr, was geschehen ist."])],
        };
    }

    private static AgencyDefinition WithContacts()
    {
        var agency = TestAgency.Create();
        ClientContact[] contacts =
        [
            new("owner", "Owner", [new("phone", "+49 40 5550 0100")], IsEmergency: true),
            new("office", "Office", [new("mail", "office@shop.example")]),
            new("workshop", "Workshop", [new("mail", "workshop@shop.example")], Topics: ["product defect"]),
            new("lawyer", "Lawyer", [new("mail", "lawyer@shop.example")], Topics: ["legal or press"]),
        ];
        return agency with { Clients = [agency.Clients[0] with { Contacts = contacts }, agency.Clients[1]] };
    }

    private static AgencyDefinition WithResolve()
    {
        var agency = TestAgency.Create();
        var plus = agency.Packages[0];
        return agency with { Packages = [plus with { ServiceLevels = [plus.ServiceLevels[0] with { Resolve = TestAgency.Within(Duration.FromHours(10)) }, plus.ServiceLevels[1]] }, agency.Packages[1]] };
    }
}
