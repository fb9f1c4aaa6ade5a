using System.Text;
using NodaTime;
using SocialOps.Approvals;
using SocialOps.Content;
using SocialOps.Definitions;
using SocialOps.Readiness.Agreements;
using SocialOps.ServicePackages;

namespace SocialOps.Tests.Readiness;

/// <summary>From a quote to an agreement that is lived.</summary>
public sealed class AgreementTests
{
    private static QuoteTerms Terms(AgencyDefinition agency) => new(agency.Packages[0], "600 EUR a month", new(2026, 6, 30)) { Clauses = [new(ClauseKind.Expectation, "Judged after six months.")] };

    private static QuoteMail Mail(string id = "<1@shop.example>", string from = "Owner@shop.example", Duration? after = null) => new(id, from, TestAgency.Friday + (after ?? Duration.FromHours(1)), Encoding.UTF8.GetBytes("Ja, so machen wir das."));

    private static async Task<(TestOps Ops, Agreement Quoted)> QuotedAsync(AgencyDefinition? agency = null)
    {
        var ops = await TestOps.StartAsync(agency ?? ReadyAgency.Create());
        return (ops, await ops.Ops.Agreements.QuoteAsync(TestAgency.Shop, Terms(agency ?? ReadyAgency.Create()), TestOps.Ada));
    }

    [Fact]
    [Requirement("0.19")]
    public async Task Accept_MailOfAContact_IsKeptAsEvidenceAndTheQuoteStaysAsItWas()
    {
        var (ops, quoted) = await QuotedAsync();
        await using var _ = ops;

        var accepted = await ops.Ops.Agreements.AcceptAsync(quoted.Id, quoted.Quotes[0].Hash, Mail(), TestOps.Ada);

        accepted.State.Should().Be(AgreementState.Accepted);
        accepted.Acceptances.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Quote = 1, quoted.Quotes[0].Hash, Contact = "owner", MessageId = "<1@shop.example>", SentAt = TestAgency.Friday + Duration.FromHours(1) });
        QuoteHash.Of((await ops.Ops.Agreements.FindAsync(TestAgency.Shop))!.AcceptedQuote!.Terms).Should().Be(quoted.Quotes[0].Hash, "what was read back is what was quoted");
    }

    [Theory]
    [Requirement("0.19")]
    [InlineData("hash", "no quote has the hash 'feed'")]
    [InlineData("stranger", "'somebody@else.example' is no contact of shop")]
    [InlineData("late", "the mail is of 2026-07-02, and the quote held until 2026-06-30")]
    [InlineData("older", "the mail is older")]
    [InlineData("replaced", "quote 1 was replaced by quote 2")]
    public async Task Accept_WhatDoesNotFit_IsRefused(string spoilt, string expected)
    {
        var (ops, quoted) = await QuotedAsync();
        await using var _ = ops;
        if (spoilt == "replaced")
        {
            await ops.Ops.Agreements.QuoteAsync(TestAgency.Shop, quoted.Quotes[0].Terms with { Price = "500 EUR a month" }, TestOps.Ada);
        }

        var mail = spoilt switch { "stranger" => Mail(from: "somebody@else.example"), "late" => Mail(after: Duration.FromDays(20)), "older" => Mail(after: -Duration.FromHours(1)), _ => Mail() };
        var act = async () => await ops.Ops.Agreements.AcceptAsync(quoted.Id, spoilt == "hash" ? "feed" : quoted.Quotes[0].Hash, mail, TestOps.Ada);

        (await act.Should().ThrowAsync<InvalidTransitionException>()).Which.Message.Should().Contain(expected);
        (await ops.Ops.Agreements.FindAsync(TestAgency.Shop))!.Acceptances.Should().BeEmpty();
    }

    [Fact]
    [Requirement("0.19")]
    public async Task Accept_TheSameMailTwice_IsRefused()
    {
        var (ops, quoted) = await QuotedAsync();
        await using var _ = ops;
        await ops.Ops.Agreements.AcceptAsync(quoted.Id, quoted.Quotes[0].Hash, Mail(), TestOps.Ada);
        var second = await ops.Ops.Agreements.QuoteAsync(TestAgency.Shop, quoted.Quotes[0].Terms with { Price = "900 EUR a month" }, TestOps.Ada);

        var act = async () => await ops.Ops.Agreements.AcceptAsync(second.Id, second.Quotes[1].Hash, Mail("1@shop.example"), TestOps.Ada);

        await act.Should().ThrowAsync<InvalidTransitionException>().WithMessage("*A mail accepts once.");
    }

    [Fact]
    public async Task Quote_TheVerySameTermsAgain_WritesNothing()
    {
        var (ops, quoted) = await QuotedAsync();
        await using var _ = ops;

        (await ops.Ops.Agreements.QuoteAsync(TestAgency.Shop, Terms(ReadyAgency.Create()), TestOps.Ada)).Quotes.Should().HaveCount(1);
    }

    [Fact]
    public async Task Activate_NobodyAccepted_IsRefused()
    {
        var (ops, quoted) = await QuotedAsync();
        await using var _ = ops;

        var act = async () => await ops.Ops.Agreements.ActivateAsync(quoted.Id, TestOps.Ada);

        await act.Should().ThrowAsync<InvalidTransitionException>().WithMessage("*nobody has accepted it yet*");
    }

    [Fact]
    [Requirement("2.1")]
    [Requirement("1.18")]
    public async Task Activate_WhileAChecksFails_IsRefusedUntilTheRemedyIsApplied()
    {
        var (ops, quoted) = await QuotedAsync(ReadyAgency.WithClient(c => c with { Strategy = c.Strategy! with { Goals = [] } }));
        await using var _ = ops;
        await ops.Ops.Agreements.AcceptAsync(quoted.Id, quoted.Quotes[0].Hash, Mail(), TestOps.Ada);

        var act = async () => await ops.Ops.Agreements.ActivateAsync(quoted.Id, TestOps.Ada);
        (await act.Should().ThrowAsync<NotReadyException>()).Which.Message.Should().Contain("Goals: no goal is written down. Write what is to be reached");
        (await ops.Ops.Agreements.FindAsync(TestAgency.Shop))!.State.Should().Be(AgreementState.Accepted);

        await ops.Ops.Agency.ApplyAsync(ReadyAgency.Create(), TestOps.Ada);
        (await ops.Ops.Agreements.ActivateAsync(quoted.Id, TestOps.Ada)).State.Should().Be(AgreementState.Active);
    }

    [Fact]
    [Requirement("0.6")]
    public async Task Activate_Ready_ArrangesTheApprovalsOfEachPhase()
    {
        var agency = ReadyAgency.WithClient(c => c with { Agreement = c.Agreement with { Phases = [new("onboarding", null, ApprovalPreset.Client), new("routine", new(2026, 9, 1), ApprovalPreset.FourEyes)] } });
        var (ops, quoted) = await QuotedAsync(agency);
        await using var _ = ops;
        await ops.Ops.Agreements.AcceptAsync(quoted.Id, quoted.Quotes[0].Hash, Mail(), TestOps.Ada);

        await ops.Ops.Agreements.ActivateAsync(quoted.Id, TestOps.Ada);

        var arranged = await ops.Ops.Approvals.Arrangements.FindAsync(TestAgency.Shop);
        arranged!.Phase.Should().Be("onboarding");
        arranged.Phases.Should().Equal(new ApprovalPhase("onboarding", new("agreed.Client")), new ApprovalPhase("routine", new("agreed.FourEyes")));
        (await ops.Ops.Approvals.Policies.FindAsync(new("agreed.Client")))!.Steps.Should().ContainSingle().Which.IsClients.Should().BeTrue();
    }

    [Fact]
    [Requirement("0.19")]
    public async Task Quote_OnAnActiveAgreement_LeavesWhatIsLivedUntilTheChangeIsAcceptedAndActive()
    {
        var (ops, quoted) = await QuotedAsync();
        await using var _ = ops;
        await ops.Ops.Agreements.AcceptAsync(quoted.Id, quoted.Quotes[0].Hash, Mail(), TestOps.Ada);
        await ops.Ops.Agreements.ActivateAsync(quoted.Id, TestOps.Ada);

        var requoted = await ops.Ops.Agreements.QuoteAsync(TestAgency.Shop, quoted.Quotes[0].Terms with { Price = "700 EUR a month" }, TestOps.Ada);
        requoted.State.Should().Be(AgreementState.Active);
        var accepted = await ops.Ops.Agreements.AcceptAsync(requoted.Id, requoted.Quotes[1].Hash, Mail("<2@shop.example>"), TestOps.Ada);
        (accepted.State, accepted.ActiveQuote).Should().Be((AgreementState.ActiveWithAcceptedChange, 1));
        (await ops.Ops.Agreements.ActivateAsync(accepted.Id, TestOps.Ada)).ActiveQuote.Should().Be(2);
    }

    [Fact]
    public async Task End_AnAgreement_ANewQuoteBeginsAnother()
    {
        var (ops, quoted) = await QuotedAsync();
        await using var _ = ops;
        await ops.Ops.Agreements.EndAsync(quoted.Id, TestOps.Ada, "They found somebody else.");

        var next = await ops.Ops.Agreements.QuoteAsync(TestAgency.Shop, quoted.Quotes[0].Terms, TestOps.Ada);

        next.Id.Should().NotBe(quoted.Id);
        next.Quotes.Should().HaveCount(1);
    }

    [Fact]
    [Requirement("0.5")]
    public async Task UseGoodwill_MoreOftenThanAllowed_WarnsAndRefusesNothing()
    {
        var agency = ReadyAgency.Create();
        agency = agency with { Packages = [agency.Packages[0] with { Entitlements = [new(Activities.Design, ServiceClass.Goodwill, null, new("design", 1, GoodwillPeriod.Month))] }, agency.Packages[1]] };
        await using var ops = await TestOps.StartAsync(agency);

        var first = await ops.Ops.Agreements.UseGoodwillAsync(TestAgency.Shop, new("design", new(2026, 6, 3)), "A flyer", TestOps.Ada);
        var second = await ops.Ops.Agreements.UseGoodwillAsync(TestAgency.Shop, new("design", new(2026, 6, 20)), "Another one", TestOps.Ada);
        var nextMonth = await ops.Ops.Agreements.UseGoodwillAsync(TestAgency.Shop, new("design", new(2026, 7, 1)), "A third", TestOps.Ada);

        (first!.Used, first.Warning, second!.Used, second.Warning is not null, nextMonth!.Used).Should().Be((1, null, 2, true, 1));
    }

    [Fact]
    public async Task CheckAsync_InAHost_LooksAtItsConnectors()
    {
        await using var ops = await TestOps.StartAsync(ReadyAgency.Create());

        (await ops.Ops.Readiness.CheckAsync(TestAgency.Shop)).IsReady.Should().BeTrue("a network for everything is registered");
    }
}
