using NodaTime;
using SocialOps.Channels;
using SocialOps.Crisis;
using SocialOps.Inbox;

namespace SocialOps.Tests.Inbox;

/// <summary>Waiting is a risk that the client signs, and that ends by itself when the case rises.</summary>
public sealed class RiskTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 6, 15, 9, 0);

    [Fact]
    [Requirement("2.13")]
    public async Task Defer_WithASignedRisk_PutsNextActionOffUntilThen()
    {
        await using var ops = await TestOps.StartAsync(WithoutClientContact());
        var opened = await ops.ReceiveAsync("Alles kaputt", thread: "t");
        var risk = await SignAsync(ops, WaveLevel.SingleCriticism);

        var deferred = await ops.Ops.Cases.DeferAsync(opened.Id, TestOps.Ada, risk.Id, Monday, "Am Montag ist die Werkstatt da.");
        ops.Desk.Told.Clear();
        await ops.PassAsync(Monday - ops.Time.Now);
        var before = ops.Desk.Names.Where(n => n is "ada" or "ben").ToList();
        await ops.PassAsync(Duration.FromMinutes(6));

        deferred.FindClock(ClockKind.NextAction)!.DueAt.Should().Be(Monday);
        before.Should().BeEmpty("the client has taken the risk");
        ops.Desk.Names.Should().Contain("ada", "it is Monday");
    }

    [Fact]
    [Requirement("2.13")]
    public async Task Defer_TheWaveRisesAboveWhatWasSigned_ComesBackAtOnce()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt", thread: "t");
        var risk = await SignAsync(ops, WaveLevel.SingleCriticism);
        await ops.Ops.Cases.DeferAsync(opened.Id, TestOps.Ada, risk.Id, Monday, "Am Montag.");
        await ops.PassAsync(Duration.FromHours(1));

        var risen = await ops.Ops.Cases.SetWaveLevelAsync(opened.Id, TestOps.Ada, WaveLevel.RepeatedCriticism, "it grows");

        risen.Deferral.Should().BeNull();
        risen.FindClock(ClockKind.NextAction)!.DueAt.Should().Be(ops.Time.Now + Duration.FromHours(4));
        (await ops.HistoryAsync(opened.Id)).Should().Contain(e => e.Action == "deferral.revoked" && e.Detail.Contains("wave level 1 at most, not 2", StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("2.13")]
    public async Task Defer_WhatWasNotSigned_IsRefused()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Notarzt ist da");
        var risk = await SignAsync(ops, WaveLevel.SingleCriticism);

        var defer = () => ops.Ops.Cases.DeferAsync(opened.Id, TestOps.Ada, risk.Id, Monday, "Am Montag.").AsTask();

        (await defer.Should().ThrowAsync<InvalidTransitionException>()).WithMessage("*it covers Complaint, not SafetyEmergency. Act now, or let the client sign one that does.");
    }

    [Fact]
    [Requirement("2.13")]
    public async Task Defer_LongerThanWasSigned_IsRefused()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");
        var risk = await SignAsync(ops, WaveLevel.SingleCriticism, Monday - Duration.FromHours(1));

        var defer = () => ops.Ops.Cases.DeferAsync(opened.Id, TestOps.Ada, risk.Id, Monday, "Am Montag.").AsTask();

        (await defer.Should().ThrowAsync<InvalidTransitionException>()).WithMessage("*it is valid until 2026-06-15T08:00:00Z, not until 2026-06-15T09:00:00Z.*");
    }

    [Fact]
    [Requirement("2.13")]
    public async Task Defer_GraverThanWasSigned_IsRefused()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");
        await ops.Ops.Cases.RelabelAsync(opened.Id, TestOps.Ada, Category.Complaint, ComplaintCause.Damage, Severity.High, "Jemand kam zu Schaden.");
        var risk = await SignAsync(ops, WaveLevel.SingleCriticism);

        var defer = () => ops.Ops.Cases.DeferAsync(opened.Id, TestOps.Ada, risk.Id, Monday, "Am Montag.").AsTask();

        (await defer.Should().ThrowAsync<InvalidTransitionException>()).WithMessage("*it covers severity * at most, not 3.*");
    }

    [Fact]
    [Requirement("2.13")]
    public async Task Defer_AtARiskThatWasRevoked_IsRefused()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");
        var risk = await SignAsync(ops, WaveLevel.SingleCriticism);
        await ops.Ops.Cases.Risks.RevokeAsync(risk.Id, TestOps.Ada, "Der Inhaber will es anders.");

        var defer = () => ops.Ops.Cases.DeferAsync(opened.Id, TestOps.Ada, risk.Id, Monday, "Am Montag.").AsTask();

        (await defer.Should().ThrowAsync<InvalidTransitionException>()).WithMessage("*it was revoked at *");
    }

    [Fact]
    [Requirement("2.13")]
    public async Task Defer_TheClientIsToldMeanwhile_StaysPutOff()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");
        var risk = await SignAsync(ops, WaveLevel.SingleCriticism);
        await ops.Ops.Cases.DeferAsync(opened.Id, TestOps.Ada, risk.Id, Monday, "Am Montag.");

        await ops.Ops.Cases.ContactClientAsync(opened.Id, TestOps.Ada, "Zur Kenntnis.");
        await ops.DrainAsync();

        (await ops.CaseAsync(opened.Id)).Deferral.Should().NotBeNull();
    }

    [Fact]
    public async Task Revoke_WhileSomethingIsPutOff_BringsItBack()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt", thread: "t");
        var risk = await SignAsync(ops, WaveLevel.SingleCriticism);
        await ops.Ops.Cases.DeferAsync(opened.Id, TestOps.Ada, risk.Id, Monday, "Am Montag.");

        await ops.PassAsync(Duration.FromMinutes(10));
        ops.Desk.Told.Clear();
        var back = await ops.Ops.Cases.Risks.RevokeAsync(risk.Id, TestOps.Ada, "Der Inhaber will es anders.");

        await ops.PassAsync(Duration.FromMinutes(1));

        back.Should().Be(1);
        (await ops.CaseAsync(opened.Id)).Deferral.Should().BeNull();
        ops.Desk.Told.SelectMany(t => t.Notices).Should().Contain(n => n.Text.Contains("It was put off and may not be any more", StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("2.15")]
    public async Task Decide_EachChoice_IsOneMove()
    {
        await using var ops = await TestOps.StartAsync();
        var risk = await SignAsync(ops, WaveLevel.SingleCriticism);

        var react = await ops.Ops.Cases.DecideAsync((await ops.ReceiveAsync("Alles kaputt")).Id, TestOps.Ada, new QuickDecision.React());
        var defer = await ops.Ops.Cases.DecideAsync((await ops.ReceiveAsync("Alles kaputt")).Id, TestOps.Ada, new QuickDecision.Defer(risk.Id, Monday, "Montag"));
        var ignore = await ops.Ops.Cases.DecideAsync((await ops.ReceiveAsync("Hm")).Id, TestOps.Ada, new QuickDecision.Ignore("Nichts zu sagen."));
        var hand = await ops.Ops.Cases.DecideAsync((await ops.ReceiveAsync("Alles kaputt")).Id, TestOps.Ada, new QuickDecision.HandOver(new People.Recipient.OfAgency(TestAgency.Ben), "Bitte"));

        (react.ClaimedAt, defer.Deferral?.Until, ignore.CloseReason, hand.Responsible!.ToString()).Should().Be((TestAgency.Friday, Monday, CloseReason.Settled, "ben"));
    }

    [Fact]
    public async Task Reply_AnotherIsWriting_IsRefusedUnlessConfirmed()
    {
        await using var ops = await TestOps.StartAsync(TwoAuthors());
        var opened = await ops.ReceiveAsync("Alles kaputt");
        await ops.Ops.Cases.BeginReplyAsync(opened.Id, TestOps.Ada);

        var collide = () => ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ben, "Das tut uns leid.").AsTask();

        (await collide.Should().ThrowAsync<InvalidTransitionException>()).WithMessage("*ada is writing a reply until 2026-06-12T14:10:00Z. Let them finish, or confirm yours.");
        await ops.PassAsync(Duration.FromMinutes(10));
        await ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ben, "Das tut uns leid.");
    }

    [Fact]
    public async Task Reply_ToAnItemThatWasOvertaken_IsRefusedUnlessConfirmed()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt", thread: "t", id: "first");
        var reply = new CaseReply { Text = "Das tut uns leid.", Item = opened.Item };
        await ops.ReceiveAsync("Notarzt ist da", thread: "t", author: "bert");

        var stale = () => ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada, reply).AsTask();
        (await stale.Should().ThrowAsync<InvalidTransitionException>()).WithMessage("*bert wrote \"Notarzt ist da\"*Look again, or confirm that you answer anke.");
        await ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada, reply with { Confirmed = true });
        await ops.DrainAsync();

        ops.Network.Posts.Should().ContainSingle().Which.InReplyTo.Should().Be("first");
    }

    [Fact]
    [Requirement("2.21")]
    public async Task FindOldestUnattended_SomethingIsClaimed_NamesTheNext()
    {
        await using var ops = await TestOps.StartAsync();
        var first = await ops.ReceiveAsync("Alles kaputt");
        await ops.PassAsync(Duration.FromMinutes(1));
        var second = await ops.ReceiveAsync("Alles kaputt");
        await ops.Ops.Cases.ClaimAsync(first.Id, TestOps.Ada);

        (await ops.Ops.Cases.FindOldestUnattendedAsync())!.Id.Should().Be(second.Id);
    }

    [Fact]
    [Requirement("1.13")]
    public async Task ReadDigest_OfADay_HoldsAllNetworksInOneView()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.ReceiveAsync("Alles kaputt");
        await ops.ReceiveAsync("casino", author: "bot");
        await ops.ReceiveAsync("Alles kaputt", network: "facebook");
        var day = new Interval(TestAgency.Friday, TestAgency.Friday + Duration.FromDays(1));
        await ops.PassAsync(Duration.FromDays(1));
        await ops.ReceiveAsync("Alles kaputt");

        var digest = await ops.Ops.Inbox.ReadDigestAsync(TestAgency.Shop, day);

        digest.Networks.Select(n => (n.Network, n.Items, n.Authors, n.Open)).Should().Equal(("x", 2, 2, 1), ("facebook", 1, 1, 1));
        digest.Networks[0].Categories.Should().Equal(new Dictionary<Category, int> { [Category.Complaint] = 1, [Category.Spam] = 1 });
    }

    private static ValueTask<RiskAcceptance> SignAsync(TestOps ops, WaveLevel maxLevel, Instant? until = null)
        => ops.Ops.Cases.Risks.SignAsync(TestAgency.Shop, TestOps.Ada, "owner", "Was am Wochenende kommt, wartet bis Montag.", [Category.Complaint], Severity.Medium, maxLevel, until);

    /// <summary>That clock is no part of a deferral: the client has not heard of this complaint.</summary>
    private static SocialOps.Definitions.AgencyDefinition WithoutClientContact()
    {
        var agency = TestAgency.Create();
        var plus = agency.Packages[0];
        return agency with { Packages = [plus with { ServiceLevels = [plus.ServiceLevels[0] with { ClientContact = null }, plus.ServiceLevels[1]] }, agency.Packages[1]] };
    }

    private static SocialOps.Definitions.AgencyDefinition TwoAuthors()
    {
        var agency = TestAgency.Create();
        return agency with { People = [agency.People[0], agency.People[1] with { Roles = [People.PersonRole.Author] }] };
    }
}
