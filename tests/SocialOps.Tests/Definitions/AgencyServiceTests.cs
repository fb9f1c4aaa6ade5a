using NodaTime;
using SocialOps.Definitions;
using SocialOps.Inbox;
using SocialOps.ServicePackages;

namespace SocialOps.Tests.Definitions;

public sealed class AgencyServiceTests
{
    private static readonly Actor Importer = Actor.Service("test", "test");

    [Fact]
    public async Task Apply_SameAgencyAgain_WritesNothing()
    {
        await using var ops = await TestOps.StartAsync();

        var again = await ops.Ops.Agency.ApplyAsync(TestAgency.Create(), Importer);

        again.Should().Be(new ApplyResult(1, 0, 0, 0, again.Unchanged));
        (await ops.Ops.Audit.QueryAsync(new(Action: "agency.imported"))).Items.Should().ContainSingle();
    }

    [Fact]
    public async Task Apply_OneChangedDefinition_MakesOneVersion()
    {
        await using var ops = await TestOps.StartAsync();

        var result = await ops.Ops.Agency.ApplyAsync(Slower(), Importer);

        (result.Revision, result.Added, result.Changed, result.Removed).Should().Be((2, 0, 1, 0));
    }

    [Fact]
    public async Task Apply_SlowerPromise_LeavesOpenCasesTheirOwn()
    {
        await using var ops = await TestOps.StartAsync();
        var before = await ops.ReceiveAsync("Alles kaputt");
        await ops.Ops.Agency.ApplyAsync(Slower(), Importer);

        var acknowledged = await ops.Ops.Cases.AcknowledgeAsync(before.Id, TestOps.Ada, "Gesehen.");
        var after = await ops.ReceiveAsync("Auch kaputt");

        acknowledged.FindClock(ClockKind.NextAction)!.DueAt.Should().Be(TestAgency.Friday + Duration.FromHours(4), "it began under that promise");
        after.FindClock(ClockKind.Acknowledge)!.DueAt.Should().Be(TestAgency.Friday + Duration.FromHours(9));
    }

    [Fact]
    public async Task Apply_AgencyWithMistakes_TellsAllAndTakesNothing()
    {
        await using var ops = await TestOps.StartAsync();
        var broken = TestAgency.Create() with { Schedules = [], Packages = [] };

        var apply = () => ops.Ops.Agency.ApplyAsync(broken, Importer).AsTask();

        var findings = (await apply.Should().ThrowAsync<InvalidDefinitionException>()).Which.Findings;
        findings.Select(f => f.Path).Should().Contain(["clients[shop].agreement.schedule", "clients[bakery].agreement.package"]);
        (await ops.Ops.Agency.FindCurrentAsync())!.Revision.Should().Be(1);
    }

    [Fact]
    public async Task Apply_WithoutAClientOfAnOpenCase_IsRefused()
    {
        await using var ops = await TestOps.StartAsync();
        var open = await ops.ReceiveAsync("Alles kaputt");
        var agency = TestAgency.Create();

        var apply = () => ops.Ops.Agency.ApplyAsync(agency with { Clients = [agency.Clients[1]] }, Importer).AsTask();

        (await apply.Should().ThrowAsync<DefinitionInUseException>()).Which.Findings.Single().ToString()
            .Should().Be($"error: Client[shop]: cannot be removed while case {open.Id}, open since 2026-06-12T14:00:00Z needs it. Keep it, or close or hand over what needs it first.");
    }

    [Fact]
    public async Task Apply_WithoutAClientWhoseCasesAreClosed_RemovesIt()
    {
        await using var ops = await TestOps.StartAsync();
        var open = await ops.ReceiveAsync("Alles kaputt");
        await ops.SettleAsync(open.Id);
        var agency = TestAgency.Create();

        var result = await ops.Ops.Agency.ApplyAsync(agency with { Clients = [agency.Clients[1]] }, Importer);

        result.Removed.Should().Be(1);
    }

    [Fact]
    public async Task FindCurrent_BeforeTheFirstImport_IsNull()
    {
        await using var ops = await TestOps.StartAsync();

        var other = ops.Services.GetService(typeof(ISocialOps)) as ISocialOps;

        (await other!.For(new TenantId("other")).Agency.FindCurrentAsync()).Should().BeNull("tenants do not see each other");
    }

    [Fact]
    public async Task FindCurrent_AfterApply_GivesBackWhatWasTakenIn()
    {
        await using var ops = await TestOps.StartAsync();

        var current = await ops.Ops.Agency.FindCurrentAsync();

        current!.Definition.Should().BeEquivalentTo(TestAgency.Create(), o => o.WithStrictOrdering().RespectingRuntimeTypes());
    }

    private static AgencyDefinition Slower()
    {
        var agency = TestAgency.Create();
        var slow = agency.Packages[0] with { ServiceLevels = [new ServiceLevel { Name = "slow", Acknowledge = TestAgency.Within(Duration.FromHours(9)), NextAction = TestAgency.Within(Duration.FromHours(9)) }] };
        return agency with { Packages = [slow, agency.Packages[1]] };
    }
}
