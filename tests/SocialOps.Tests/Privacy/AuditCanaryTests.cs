using SocialOps.Auditing;

namespace SocialOps.Tests.Privacy;

/// <summary>What is audited is kept for years and never changed: nothing of a customer stands in it.</summary>
public sealed class AuditCanaryTests
{
    [Fact]
    [Requirement("2.20")]
    public async Task Audit_AfterEverythingThatCanBeDone_NamesNoCustomerAndQuotesNothing()
    {
        await using var ops = await CanaryStory.StartAsync();
        await CanaryStory.RunAsync(ops);

        var events = (await ops.Tenant.Audit.QueryAsync(new AuditQuery(Limit: 1_000))).Items;

        events.Select(e => e.Action).Should().Contain(["case.opened", "item.edited", "case.handed-over", "case.deferred", "wave.set", "reply.proposed", "reply.approved", "publication.published", "item.moderation", "item.moderated", "inbox.quarantined", "item.withdrawn"]);
        events.Where(e => CanaryStory.Canaries.Any(c => $"{e.SubjectId} {e.Detail} {e.Actor.Id}".Contains(c, StringComparison.OrdinalIgnoreCase)))
            .Select(e => $"{e.Action}: {e.SubjectId}: {e.Detail}").Should().BeEmpty();
    }
}
