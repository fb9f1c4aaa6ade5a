using NodaTime;
using SocialOps.Definitions;
using SocialOps.Routines;

namespace SocialOps.Tests.Routines;

/// <summary>Friday 14:00, UTC; Ada does it, Ben stands in.</summary>
public sealed class RoutineServiceTests
{
    private static readonly RoutineId Id = new("watch");

    [Fact]
    [Requirement("1.15")]
    public async Task Define_DailyWatch_TellsItsOwnerEachDayWithItsTimeBox()
    {
        await using var ops = await StartAsync(Watch());

        await ops.PassAsync(Duration.FromHours(20));

        var open = (await ops.Ops.Routines.QueryOpenAsync(TestAgency.Ada)).Items.Should().ContainSingle().Subject;
        (open.At, open.DueAt).Should().Be((Instant.FromUtc(2026, 6, 13, 9, 0), Instant.FromUtc(2026, 6, 13, 10, 0)));
        Told(ops).Should().Contain(t => t.StartsWith("ada: 'Daily watch' is due", StringComparison.Ordinal) && t.Contains("at most 20 minutes", StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("1.15")]
    [Requirement("2.3")]
    public async Task Finish_WithSomethingNotCheckedOff_IsRefusedUntilItIs()
    {
        await using var ops = await StartAsync(Watch());
        await ops.PassAsync(Duration.FromHours(20));
        await ops.Ops.Routines.CheckAsync(Id, "mentions", TestOps.Ada);

        var early = async () => await ops.Ops.Routines.FinishAsync(Id, "quiet", TestOps.Ada);
        (await early.Should().ThrowAsync<InvalidTransitionException>()).WithMessage("*not checked off yet: messages*");
        await ops.Ops.Routines.CheckAsync(Id, "messages", TestOps.Ada);
        var done = await ops.Ops.Routines.FinishAsync(Id, "quiet", TestOps.Ada);

        (done.State, done.Outcome).Should().Be((RoutineState.Done, "quiet"));
        (await ops.Ops.Routines.QueryOpenAsync(TestAgency.Ada)).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Late_NobodyDoesIt_TellsTheDeputyAndTheNextOneMissesIt()
    {
        await using var ops = await StartAsync(Watch());

        await ops.PassAsync(Duration.FromHours(44));

        Told(ops).Should().Contain(t => t.StartsWith("ben: 'Daily watch' of 2026-06-13T09:00:00Z was to be done by", StringComparison.Ordinal));
        (await ops.Ops.Routines.QueryRunsAsync(Id)).Items.Select(r => r.State).Should().Equal(RoutineState.Open, RoutineState.Missed);
    }

    [Fact]
    [Requirement("4.10")]
    public async Task GetRegularity_OfWhatHasEnded_CountsDoneLateAndMissed()
    {
        await using var ops = await StartAsync(Watch() with { Checklist = [] });
        await ops.PassAsync(Duration.FromHours(19));
        await ops.Ops.Routines.FinishAsync(Id, "on time", TestOps.Ada);
        await ops.PassAsync(Duration.FromHours(30));
        await ops.Ops.Routines.FinishAsync(Id, "late", TestOps.Ada);
        await ops.PassAsync(Duration.FromDays(2));

        (await ops.Ops.Routines.GetRegularityAsync(Id)).Should().Be(new Regularity(1, 1, 1)).And.Match<Regularity>(r => r.Percent == 33);
    }

    [Fact]
    [Requirement("3.5")]
    public async Task Sync_Begins_WithWhatIsOpenOnItsAgenda()
    {
        await using var ops = await StartAsync(Watch() with { Kind = RoutineKind.Sync, Name = "Team" });
        await ops.ReceiveAsync("Alles kaputt");
        await ops.Ops.Routines.Improvements.NoteAsync(ImprovementKind.Idea, "Polls on Tuesdays", TestOps.Ben);

        await ops.PassAsync(Duration.FromHours(20));

        (await ops.Ops.Routines.QueryOpenAsync(TestAgency.Ada)).Items[0].Agenda.Should().SatisfyRespectively(
            first => first.Should().StartWith("Case ").And.Contain("Complaint by anke"),
            second => second.Should().StartWith("Idea of ").And.EndWith("Open: Polls on Tuesdays"));
    }

    [Fact]
    [Requirement("4.8")]
    public async Task Finish_Exercise_KeepsHowWellItWent()
    {
        await using var ops = await StartAsync(Watch() with { Kind = RoutineKind.Exercise, Checklist = [] });
        await ops.PassAsync(Duration.FromHours(19));

        var done = await ops.Ops.Routines.FinishAsync(Id, "Three answers to a shitstorm", TestOps.Ada, score: 80);

        (done.State, done.Score).Should().Be((RoutineState.Done, 80));
    }

    [Fact]
    public async Task Define_Again_ChangesWhatComesNextAndSupersedesTheOldTime()
    {
        await using var ops = await StartAsync(Watch());
        await ops.Ops.Routines.DefineAsync(Watch() with { Cadence = Watch().Cadence with { At = new(15, 0) } }, TestOps.Ada);

        await ops.PassAsync(Duration.FromHours(20));

        (await ops.Ops.Routines.QueryRunsAsync(Id)).Items.Should().ContainSingle().Which.At.Should().Be(Instant.FromUtc(2026, 6, 12, 15, 0));
    }

    [Fact]
    public async Task Stop_DoesNotComeAgain()
    {
        await using var ops = await StartAsync(Watch());
        await ops.Ops.Routines.StopAsync(Id, TestOps.Ada, "the client left");

        await ops.PassAsync(Duration.FromDays(3));

        (await ops.Ops.Routines.QueryRunsAsync(Id)).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Define_WithMistakes_TellsAllOfThem()
    {
        await using var ops = await TestOps.StartAsync();

        var define = async () => await ops.Ops.Routines.DefineAsync(Watch() with { Owner = new("nobody"), Within = Duration.Zero, Cadence = Watch().Cadence with { Zone = "Mars", Every = 0 }, Checklist = ["a", "a"] }, TestOps.Ada);

        (await define.Should().ThrowAsync<InvalidDefinitionException>()).Which.Findings.Select(f => f.Path).Should().Equal("owner", "cadence.zone", "cadence.every", "within", "checklist");
    }

    [Fact]
    [Requirement("1.16")]
    [Requirement("3.8")]
    public async Task Improvement_ActedOnAndVerified_EndsWithWhatCameOfIt()
    {
        await using var ops = await TestOps.StartAsync();
        var service = ops.Ops.Routines.Improvements;
        var noted = await service.NoteAsync(ImprovementKind.Finding, "Two answers to one question", TestOps.Ada);

        var verifyEarly = async () => await service.VerifyAsync(noted.Id, true, "?", TestOps.Ben);
        await verifyEarly.Should().ThrowAsync<InvalidTransitionException>();
        await service.ActAsync(noted.Id, "Answers are searched in the pool first", TestOps.Ada);
        var reopened = await service.VerifyAsync(noted.Id, false, "it happened again", TestOps.Ben);
        await service.ActAsync(noted.Id, "The pool is shown beside the case", TestOps.Ada);
        var verified = await service.VerifyAsync(noted.Id, true, "none in June", TestOps.Ben);

        (reopened.State, verified.State, verified.Outcome).Should().Be((ImprovementState.Open, ImprovementState.Verified, "none in June"));
        (await service.QueryOpenAsync()).Items.Should().BeEmpty();
    }

    private static RoutineDefinition Watch() => new()
    {
        Id = Id,
        Name = "Daily watch",
        Kind = RoutineKind.Watch,
        Owner = TestAgency.Ada,
        Deputy = TestAgency.Ben,
        Cadence = new(new(2026, 6, 1), new(9, 0), "Etc/UTC", CadenceUnit.Day),
        Within = Duration.FromHours(1),
        TimeBox = Duration.FromMinutes(20),
        Checklist = ["mentions", "messages"],
    };

    private static async Task<TestOps> StartAsync(RoutineDefinition routine)
    {
        var ops = await TestOps.StartAsync();
        await ops.Ops.Routines.DefineAsync(routine, TestOps.Ada);
        return ops;
    }

    private static IEnumerable<string> Told(TestOps ops) => ops.Desk.Told.SelectMany(t => t.Notices).Select(n => $"{((People.Recipient.OfAgency)n.Recipient).Person}: {n.Text}");
}
