using NodaTime;
using SocialOps.Channels;
using SocialOps.Content;
using SocialOps.People;
using static SocialOps.Tests.Content.Variants;

namespace SocialOps.Tests.Content;

public sealed class ContentReadinessTests
{
    private static readonly Instant Now = TestAgency.Friday;

    [Fact]
    public void Of_NothingAgainstIt_IsReady() => Check(Saying("a")).Findings.Should().BeEmpty();

    [Fact]
    [Requirement("0.8")]
    public void Of_ChannelThatWasNotAgreed_IsBlocked()
    {
        var ready = Check(Saying("a", "other-x"));

        ready.IsReady.Should().BeFalse();
        ready.Findings.Should().ContainSingle(f => f.Rule == "channel.not-agreed").Which.Remedy.Should().StartWith("Use one of: shop-x");
    }

    [Theory]
    [Requirement("0.2")]
    [Requirement("0.3")]
    [InlineData(ContributionState.Requested, true, false)]
    [InlineData(ContributionState.Overdue, true, false)]
    [InlineData(ContributionState.Received, true, true)]
    [InlineData(ContributionState.Waived, true, true)]
    [InlineData(ContributionState.Overdue, false, true)]
    public void Of_Contribution_BlocksWhileRequiredAndOwed(ContributionState state, bool isRequired, bool isReady)
        => ContentReadiness.Of(Item(Saying("a")), Revise(Saying("a")), [Owed(state, isRequired)], Terms, Now).IsReady.Should().Be(isReady);

    [Fact]
    [Requirement("4.21")]
    public void Of_NoPurpose_IsBlocked() => Rules(Item(Saying("a")) with { Brief = new("t", ContentKind.General, [], ["trust"]) }).Should().Equal("purpose.missing");

    [Fact]
    [Requirement("1.11")]
    public void Of_NoPillar_IsAWarning()
    {
        var item = Item(Saying("a")) with { Brief = new("t", ContentKind.General, [ContentPurpose.Inform], []) };

        Rules(item).Should().Equal("pillar.missing");
        ContentReadiness.Of(item, Revise(Saying("a")), [], Terms, Now).IsReady.Should().BeTrue();
    }

    [Fact]
    public void Of_StatementThatRunsOutBeforeTheSlot_IsBlockedByTheSlotsDay()
    {
        var terms = Terms with { Guide = Terms.Guide with { Statements = [new("s", "frisch gebacken", "visit", new Recipient.OfClient(new("shop"), "owner"), new(2026, 6, 13), [])] } };
        var item = Item(Saying("frisch gebacken"));
        var sunday = Instant.FromUtc(2026, 6, 13, 22, 30);

        ContentReadiness.Of(item with { Window = new(sunday, sunday, sunday) }, Revise(Saying("frisch gebacken")), [], terms, Now).IsReady.Should().BeTrue("it is Saturday in UTC");
        ContentReadiness.Of(item with { Window = new(sunday, sunday, sunday) }, Revise(Saying("frisch gebacken")), [], terms with { Zone = Plans.Berlin }, Now).IsReady.Should().BeFalse("it is Sunday in Berlin");
    }

    [Fact]
    public void Of_BytesThatWereRefused_AreBlocked()
    {
        var item = Item(Saying("a"));

        Rules(item with { Variants = [item.Variants[0] with { RefusedHash = item.Variants[0].Hash }] }).Should().Equal("hash.refused");
    }

    private static ContentReadiness Check(Variant variant) => ContentReadiness.Of(Item(variant), Revise(variant), [], Terms, Now);

    private static List<string> Rules(ContentItem item) => [.. ContentReadiness.Of(item, Revise(Saying("a")), [], Terms, Now).Findings.Select(f => f.Rule)];

    private static ContentTerms Terms => new()
    {
        Client = TestAgency.Shop,
        Accounts = new Dictionary<ChannelAccountId, NetworkLimits> { [new("shop-x")] = KnownLimits.X },
        Authors = new HashSet<PersonId> { TestAgency.Ada },
        Contacts = new HashSet<string>(),
        Guide = new() { Pillars = ["trust"] },
    };

    private static ContentItem Item(Variant variant) => ContentDecision.Create(new("item"), TestAgency.Shop, new("t", ContentKind.General, [ContentPurpose.Inform], ["trust"]), [variant], Terms, TestOps.Ada, Now).State;

    private static ContributionRequest Owed(ContributionState state, bool isRequired) => new()
    {
        Id = new("c"),
        Client = TestAgency.Shop,
        Kind = ContributionKind.Media,
        What = "a photo",
        Supplier = new Recipient.OfClient(TestAgency.Shop, "owner"),
        Medium = ContributionMedium.Mail,
        IsRequired = isRequired,
        RequestedBy = TestOps.Ada,
        RequestedAt = Now,
        DueAt = Now + Duration.FromDays(2),
        State = state,
    };
}
