using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.Guidelines;
using SocialOps.Reporting;
using SocialOps.Responses;

namespace SocialOps.Tests.Guidelines;

/// <summary>Guidelines in versions, and reasons that cite them.</summary>
public sealed class GuidelineTests
{
    private static readonly GuidelineId House = new("house");

    [Fact]
    [Requirement("1.4")]
    [Requirement("4.7")]
    public async Task Apply_ChangedGuideline_IsTheNextVersionAndTheEarlierOneStays()
    {
        await using var ops = await TestOps.StartAsync(Agency(Document("Be kind.")));
        await ops.Ops.Agency.ApplyAsync(Agency(Document("Be kind, and brief.")), TestOps.Ada);

        var versions = await ops.Ops.Agency.Guidelines.GetVersionsAsync(House);

        versions.Select(v => (v.Version, v.Sections[0].TextIn("en"))).Should().Equal((1, "Be kind."), (2, "Be kind, and brief."));
        versions[0].Hash.Should().MatchRegex("^[0-9a-f]{64}$").And.NotBe(versions[1].Hash);
        (await ops.Ops.Agency.Guidelines.FindAsync(House))!.Version.Should().Be(2);
    }

    [Fact]
    [Requirement("1.4")]
    public async Task Acknowledge_ReasonCitesASection_IsKeptWithTheVersionThatHeld()
    {
        await using var ops = await TestOps.StartAsync(Agency(Document("Be kind.")));
        var opened = await ops.ReceiveAsync("Das Rad ist kaputt!");

        await ops.Ops.Cases.AcknowledgeAsync(opened.Id, TestOps.Ada, "Hidden: house#respect.");
        await ops.Ops.Agency.ApplyAsync(Agency(Document("Be brief.")), TestOps.Ada);

        var reason = (await ops.HistoryAsync(opened.Id)).Single(e => e.Action == "case.acknowledged").Detail!;
        reason.Should().Be("Hidden: house@1#respect.");
        (await ops.Ops.Agency.Guidelines.ReadAsync(reason)).Single().Section.TextIn("en").Should().Be("Be kind.");
    }

    [Theory]
    [Requirement("1.4")]
    [InlineData("house#respct", "*version 1 of guideline 'house' has no section 'respct'; it has respect, creed*")]
    [InlineData("house@2#respect", "*no version 2 of guideline 'house'; version 1 holds*")]
    [InlineData("home@1#respect", "*no guideline 'home'*")]
    public async Task Settle_ReasonCitesWhatIsNotThere_IsRefusedWithWhatIs(string citation, string message)
    {
        await using var ops = await TestOps.StartAsync(Agency(Document("Be kind.")));
        var opened = await ops.ReceiveAsync("Das Rad ist kaputt!");

        var settle = async () => await ops.Ops.Cases.SettleAsync(opened.Id, TestOps.Ada, $"Because of {citation}");

        (await settle.Should().ThrowAsync<InvalidDefinitionException>()).WithMessage(message);
        (await ops.CaseAsync(opened.Id)).ClosedAt.Should().BeNull();
    }

    [Fact]
    public async Task Settle_ReasonWithAnOrderNumber_CitesNothing()
    {
        await using var ops = await TestOps.StartAsync(Agency(Document("Be kind.")));
        var opened = await ops.ReceiveAsync("Wann macht ihr auf?");

        await ops.Ops.Cases.AcknowledgeAsync(opened.Id, TestOps.Ada, "Order#4711, see #wheels");

        (await ops.HistoryAsync(opened.Id)).Should().Contain(e => e.Detail == "Order#4711, see #wheels");
    }

    [Fact]
    [Requirement("1.4")]
    public async Task Review_ReasonCitesASection_IsKeptWithItsVersion()
    {
        await using var ops = await TestOps.StartAsync(Agency(Document("Be kind.")));
        await ops.ReceiveAsync("Danke für die tolle Beratung");
        var sample = (await ops.Ops.Conformity.QueryOpenAsync()).Items.Single();

        var judged = await ops.Ops.Conformity.ReviewAsync(sample.Id, TestOps.Ben, conforms: false, "Too long: house#creed");

        judged.Verdict!.Reason.Should().Be("Too long: house@1#creed");
    }

    [Fact]
    [Requirement("1.4")]
    public async Task Score_NoteCitesWhatIsNotThere_IsRefused()
    {
        await using var ops = await TestOps.StartAsync(Agency(Document("Be kind.")));
        var opened = await ops.ReceiveAsync("Das Rad ist kaputt!");

        var score = async () => await ops.Ops.Reports.ScoreAsync(opened.Id, ScoreTrack.Self, 4, "house#tone", TestOps.Ada);

        await score.Should().ThrowAsync<InvalidDefinitionException>();
    }

    [Fact]
    [Requirement("1.4")]
    public async Task Receive_PolicyProposesToHide_WhoeverIsOnDutyReadsTheCitedVersion()
    {
        await using var ops = await TestOps.StartAsync(Hiding("house#respect"));

        await ops.ReceiveAsync("Ihr seid doch alle Idioten und Verbrecher");

        ops.Desk.Told.SelectMany(t => t.Notices).Should().Contain(n => n.Text.Contains("proposes to hide it (house@1#respect)", StringComparison.Ordinal));
    }

    [Theory]
    [Requirement("1.4")]
    [InlineData("house#rspect", "*has no section 'rspect'; it has respect, creed*")]
    [InlineData("house@1#respect", "*write 'house#respect'*")]
    public void Validate_PolicyCitesWhatIsNotThere_IsAnErrorWithTheWayOut(string citation, string message)
        => AgencyValidation.Validate(Hiding(citation)).Where(f => f.Severity == FindingSeverity.Error).Should().ContainSingle().Which.Message.Should().Match(message);

    [Fact]
    public void Validate_SectionsWithoutTextOrTwice_AreAllNamed()
    {
        var broken = Document("x") with { Sections = [new("respect", GuidelineSectionKind.Style, new Dictionary<string, string> { ["de"] = " " }), new("respect", GuidelineSectionKind.Style, new Dictionary<string, string>()), new("no key", GuidelineSectionKind.Style, Texts("x"))] };

        AgencyValidation.Validate(Agency(broken)).Select(f => f.Path).Should().BeEquivalentTo(
            "guidelines[house].sections[respect].texts", "guidelines[house].sections[respect].texts", "guidelines[house].sections[no key]", "guidelines[house].sections[respect]");
    }

    [Theory]
    [InlineData("hidden: radhaus@3#respect.", "radhaus@3#respect")]
    [InlineData("(radhaus-netiquette#a.b, x@12#y)", "radhaus-netiquette#a.b|x@12#y")]
    [InlineData("mail me at a@b.de #hash", "")]
    [InlineData("a@b@1#c", "")]
    public void FindIn_Text_FindsWhatIsCited(string text, string citations)
        => string.Join('|', GuidelineCitation.FindIn(text)).Should().Be(citations);

    internal static GuidelineDocument Document(string respect) => new()
    {
        Id = House,
        Name = "House rules",
        Sections = [new("respect", GuidelineSectionKind.Netiquette, Texts(respect)), new("creed", GuidelineSectionKind.BrandCreed, Texts("Ride, do not wait."))],
    };

    internal static AgencyDefinition Agency(GuidelineDocument document)
    {
        var agency = TestAgency.Create();
        return agency with { Guidelines = [document], Clients = [agency.Clients[0] with { Strategy = new() { Guideline = House.Value } }, agency.Clients[1]] };
    }

    private static AgencyDefinition Hiding(string reason)
    {
        var agency = Agency(Document("Be kind."));
        var policy = agency.Policies[0];
        return agency with
        {
            Clients = [agency.Clients[0] with { Accounts = [new(new("shop-fb"), "facebook", "shop")] }, agency.Clients[1] with { Accounts = [new(new("bakery-fb"), "facebook", "bakery")] }],
            Policies = [policy with { Rules = [.. policy.Rules, new() { Id = "insult", Category = Category.Insult, Any = ["idioten"] }], Patterns = [.. policy.Patterns, new(Category.Insult, [new(ActionKind.Hide, Reason: reason), new(ActionKind.Assign)])] }],
        };
    }

    private static Dictionary<string, string> Texts(string english) => new() { ["de"] = "Auf Deutsch.", ["en"] = english };
}
