using NodaTime;
using SocialOps.Channels;
using SocialOps.Inbox;
using SocialOps.ServicePackages;
using SocialOps.Time;

namespace SocialOps.Tests.ServicePackages;

/// <summary>Which promise holds, and why not the others.</summary>
public sealed class ServiceLevelTests
{
    private static readonly PackageDefinition Package = new()
    {
        Id = new("p"),
        Name = "P",
        Engagement = EngagementOwner.Agency,
        ServiceLevels =
        [
            new() { Name = "tweets", Networks = ["twitter"], Kinds = [ItemKind.Mention], Acknowledge = TestAgency.Within(Duration.FromMinutes(10)) },
            new() { Name = "messages", Kinds = [ItemKind.DirectMessage], Acknowledge = TestAgency.Within(Duration.FromMinutes(20)) },
            new() { Name = "grave", Categories = [Category.Complaint], MinSeverity = Severity.High, Acknowledge = TestAgency.Within(Duration.FromMinutes(30)) },
        ],
    };

    [Theory]
    [Requirement("1.10")]
    [InlineData("x", ItemKind.Mention, Category.Question, Severity.Low, "tweets")]
    [InlineData("facebook", ItemKind.Mention, Category.Question, Severity.Low, "fallback")]
    [InlineData("x", ItemKind.DirectMessage, Category.Question, Severity.Low, "messages")]
    [InlineData("x", ItemKind.Comment, Category.Complaint, Severity.High, "grave")]
    [InlineData("x", ItemKind.Comment, Category.Complaint, Severity.Medium, "fallback")]
    public void LevelFor_ItemOfAKindOnANetwork_IsTheFirstThatApplies(string network, ItemKind kind, Category category, Severity severity, string level)
        => Package.LevelFor(new(network, kind, category, severity)).Name.Should().Be(level);

    [Fact]
    public void Explain_LevelsThatDoNotHold_SaysWhyWithTheValueSeen()
        => Package.Explain(new("facebook", ItemKind.Comment, Category.Complaint, Severity.Low)).Passed.Should().Equal(
            new PassedLevel("tweets", "it is for twitter, not for facebook"),
            new PassedLevel("messages", "it is for DirectMessage, not for Comment"),
            new PassedLevel("grave", "it begins at severity 3, this has 1"));

    [Fact]
    public void Explain_LaterLevelThatWouldApplyToo_NamesTheOneBeforeIt()
        => Package.Explain(new("x", ItemKind.DirectMessage, Category.Complaint, Severity.High)).Passed.Should().Contain(new PassedLevel("grave", "'messages' stands before it"));

    [Fact]
    [Requirement("1.10")]
    public async Task Receive_MessageAndComment_EachHasItsOwnTarget()
    {
        var agency = TestAgency.Create();
        await using var ops = await TestOps.StartAsync(agency with { Packages = [agency.Packages[0] with { ServiceLevels = [Package.ServiceLevels[1], .. agency.Packages[0].ServiceLevels] }, agency.Packages[1]] });
        var line = System.Text.Json.Nodes.JsonNode.Parse(ops.Line("dm", "Alles kaputt").Span)!;
        line["kind"] = "DirectMessage";
        await ops.ReceiveRawAsync(System.Text.Encoding.UTF8.GetBytes(line.ToJsonString()));
        var message = await ops.CaseAsync((await ops.Ops.Inbox.FindItemAsync("shop/x/dm"))!.Case);
        var comment = await ops.ReceiveAsync("Alles kaputt");

        message.FindClock(ClockKind.Acknowledge)!.DueAt.Should().Be(TestAgency.Friday + Duration.FromMinutes(20));
        comment.FindClock(ClockKind.Acknowledge)!.DueAt.Should().Be(TestAgency.Friday + Duration.FromHours(1));
        (await ops.Ops.Cases.ExplainPromiseAsync(comment.Id)).Match.ToString().Should().Be("Comment on x, Complaint, severity 2: 'complaints'\n  not 'messages': it is for DirectMessage, not for Comment\n  not 'rest': 'complaints' stands before it");
    }

    [Fact]
    [Requirement("0.12")]
    public async Task Receive_WhileWhoeverIsOnDutyIsInAMeeting_HasTheTargetForMeetings()
    {
        var agency = TestAgency.Create();
        var targets = TestAgency.Within(Duration.FromHours(1)) with { InMeeting = new ResponseTarget.Within(Duration.FromHours(3)) };
        var ada = agency.People[0] with { Status = new(SocialOps.People.AvailabilityKind.InMeeting, TestAgency.Friday, TestAgency.Friday + Duration.FromHours(1)) };
        await using var ops = await TestOps.StartAsync(agency with
        {
            People = [ada, agency.People[1]],
            Packages = [agency.Packages[0] with { ServiceLevels = [new() { Name = "all", Acknowledge = targets }] }, agency.Packages[1]],
        });

        var during = await ops.ReceiveAsync("Alles kaputt");
        ops.Time.SetUtcNow(TestAgency.Friday + Duration.FromHours(1));
        var afterwards = await ops.ReceiveAsync("Alles kaputt");

        during.FindClock(ClockKind.Acknowledge)!.DueAt.Should().Be(TestAgency.Friday + Duration.FromHours(3));
        afterwards.FindClock(ClockKind.Acknowledge)!.DueAt.Should().Be(TestAgency.Friday + Duration.FromHours(2));
        (await ops.Ops.Cases.ExplainPromiseAsync(during.Id)).StartedAs.Should().Be(TimeClass.InMeeting);
    }

    [Theory]
    [InlineData("einsteiger")]
    [InlineData("plus")]
    [InlineData("rundum")]
    public void Templates_EachInASmallAgency_HaveNoFaults(string template)
    {
        var agency = TestAgency.Create();
        var package = PackageTemplates.All.Single(t => t.Id.Value == template);

        SocialOps.Definitions.AgencyValidation.Validate(agency with { Packages = [package with { Id = new("plus") }, agency.Packages[1]] }).Should().BeEmpty();
    }
}
