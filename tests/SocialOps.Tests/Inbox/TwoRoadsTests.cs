using NodaTime;
using SocialOps.Inbox;
using SocialOps.People;

namespace SocialOps.Tests.Inbox;

/// <summary>The same complaint, two packages, two roads.</summary>
public sealed class TwoRoadsTests
{
    private const string Complaint = "Das Rad ist kaputt!";

    [Fact]
    [Requirement("0.9")]
    public async Task Complaint_WhereTheClientAnswers_TheClientIsToldAndTheAgencyNeverReplies()
    {
        await using var ops = await TestOps.StartAsync();

        var opened = await ops.ReceiveAsync(Complaint, TestAgency.Bakery);
        await ops.PassAsync(Duration.FromHours(3));
        var ended = await ops.CaseAsync(opened.Id);

        ended.CloseReason.Should().Be(CloseReason.HandedOver);
        ended.Responsible.Should().BeOfType<Recipient.OfClient>();
        ops.Network.Posts.Should().BeEmpty();
    }

    [Fact]
    [Requirement("0.10")]
    public async Task Complaint_WhereTheAgencyAnswers_APersonOfTheAgencyAnswersIt()
    {
        await using var ops = await TestOps.StartAsync();

        var opened = await ops.ReceiveAsync(Complaint);
        await ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada);
        await ops.PassAsync(Duration.FromMinutes(10));
        var answered = await ops.CaseAsync(opened.Id);

        answered.Responsible.Should().Be(new Recipient.OfAgency(TestAgency.Ada));
        answered.AcknowledgedAt.Should().NotBeNull();
        ops.Network.Posts.Should().ContainSingle();
    }
}
