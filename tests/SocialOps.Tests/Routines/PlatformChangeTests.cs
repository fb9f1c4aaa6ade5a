using NodaTime;
using SocialOps.Definitions;
using SocialOps.Reporting;

namespace SocialOps.Tests.Routines;

/// <summary>X changes something on 1 August; Ada sees to it. It is Friday, 12 June.</summary>
public sealed class PlatformChangeTests
{
    private static readonly PlatformChangeDefinition Change = new() { Id = "x-limits", Network = "x", What = "replies are limited to 25 a day", FromOn = new(2026, 8, 1), Owner = TestAgency.Ada, Source = "developer blog", RemindDays = 20 };

    [Fact]
    [Requirement("3.10")]
    public async Task PassAsync_NobodySeesToIt_RemindsTheOwnerThenTheManagersAndStaysOnTheBoard()
    {
        await using var ops = await StartAsync(Change with { Owner = TestAgency.Ben });

        await ops.PassAsync(Instant.FromUtc(2026, 7, 11, 23, 59) - ops.Time.Now);
        var before = (Told(ops), await BoardAsync(ops));
        await ops.PassAsync(Duration.FromHours(2));
        var reminded = (Told(ops), await BoardAsync(ops));
        await ops.PassAsync(Duration.FromDays(25));

        (before.Item1.Count, before.Item2.Count).Should().Be((0, 0));
        reminded.Item1.Should().Equal("ben: x changes on 2026-08-01: replies are limited to 25 a day (developer blog). ben sees what it means for us and checks off 'x-limits'.");
        reminded.Item2.Should().Equal(new BoardRow(BoardKind.PlatformChange, "x-limits", null, "x: replies are limited to 25 a day", "See what it means for us and check it off", Instant.FromUtc(2026, 8, 1, 0, 0), new People.Recipient.OfAgency(TestAgency.Ben)));
        Told(ops).Skip(1).Should().BeEquivalentTo(["ben", "ada"], o => o.Using<string>(c => c.Subject.Should().StartWith($"{c.Expectation}: x changes since 2026-08-01: ").And.EndWith("nobody has yet.")).WhenTypeIs<string>());
        (await BoardAsync(ops)).Should().Equal(reminded.Item2, "it is overdue, and there until somebody checks it off");
    }

    [Fact]
    [Requirement("3.10")]
    public async Task CheckOff_BeforeItsDay_EndsTheRemindersAndTakesItFromTheBoard()
    {
        await using var ops = await StartAsync(Change);
        await ops.PassAsync(Duration.FromDays(35));

        var seen = await ops.Ops.Agency.PlatformChanges.CheckOffAsync("x-limits", "We never send more than 20.", TestOps.Ben);
        await ops.PassAsync(Duration.FromDays(30));

        seen.Check!.By.Should().Be(TestOps.Ben);
        Told(ops).Should().ContainSingle();
        (await BoardAsync(ops)).Should().BeEmpty();
        (await ops.Ops.Agency.PlatformChanges.GetAllAsync()).Should().ContainSingle().Which.Check!.Note.Should().Be("We never send more than 20.");
    }

    [Fact]
    public async Task Apply_TheSameAgain_RemindsNobodyTwice()
    {
        await using var ops = await StartAsync(Change);
        await ops.PassAsync(Duration.FromDays(35));

        await ops.Ops.Agency.ApplyAsync(Agency(Change) with { Name = "Renamed" }, TestOps.Ada);
        await ops.DrainAsync();

        Told(ops).Should().ContainSingle();
    }

    [Fact]
    public async Task Apply_WrittenOtherwiseAfterItWasCheckedOff_IsOpenAgainAndRemindsAnew()
    {
        await using var ops = await StartAsync(Change);
        await ops.PassAsync(Duration.FromDays(35));
        await ops.Ops.Agency.PlatformChanges.CheckOffAsync("x-limits", "Fine.", TestOps.Ada);

        await ops.Ops.Agency.ApplyAsync(Agency(Change with { What = "replies are limited to 5 a day" }), TestOps.Ada);
        await ops.DrainAsync();

        (await BoardAsync(ops)).Should().ContainSingle().Which.What.Should().Be("x: replies are limited to 5 a day");
        Told(ops).Should().HaveCount(2);
    }

    [Fact]
    [Requirement("3.10")]
    public async Task PlatformWatch_Begins_WithWhatNobodyHasSeenToOnItsAgenda()
    {
        await using var ops = await StartAsync(Change, Change with { Id = "seen", What = "a colour" }, Change with { Id = "elsewhere", Network = "facebook" });
        await ops.Ops.Agency.PlatformChanges.CheckOffAsync("seen", "Nothing.", TestOps.Ada);
        await ops.Ops.Routines.DefineAsync(Weekly(RoutineKind.PlatformWatch), TestOps.Ada);

        await ops.PassAsync(Duration.FromDays(7));

        (await ops.Ops.Routines.QueryOpenAsync(TestAgency.Ada)).Items[0].Agenda.Should().Equal("x from 2026-08-01: replies are limited to 25 a day ('x-limits' of ada)");
    }

    [Fact]
    [Requirement("4.15")]
    public async Task Continuity_Begins_WithHowLongAgreementsRun()
    {
        var agency = TestAgency.Create();
        await using var ops = await TestOps.StartAsync(agency with { Clients = [agency.Clients[0] with { Agreement = agency.Clients[0].Agreement with { Term = new(new(2026, 1, 1), new(2026, 6, 30)) } }, agency.Clients[1]] });
        await ops.Ops.Routines.DefineAsync(Weekly(RoutineKind.Continuity) with { Client = null }, TestOps.Ada);

        await ops.PassAsync(Duration.FromDays(7));

        (await ops.Ops.Routines.QueryOpenAsync(TestAgency.Ada)).Items[0].Agenda.Should().Equal("shop: the agreement runs until 2026-06-30, days left: 15");
    }

    [Fact]
    public async Task CheckOff_ByAProgram_IsRefused()
    {
        await using var ops = await StartAsync(Change);

        var act = async () => await ops.Ops.Agency.PlatformChanges.CheckOffAsync("x-limits", "Fine.", Actor.Service("bot", "test"));

        (await act.Should().ThrowAsync<InvalidTransitionException>()).WithMessage("*'bot' is nobody of the agency*");
    }

    [Fact]
    public void Validate_AChangeWithMistakes_NamesAllOfThem()
        => AgencyValidation.Validate(Agency(Change with { What = " ", Owner = new("zoe"), RemindDays = 400 })).Select(f => f.Path)
            .Should().Equal("platformChanges[x-limits].what", "platformChanges[x-limits].owner", "platformChanges[x-limits].remindDays");

    private static RoutineDefinition Weekly(RoutineKind kind)
        => new() { Id = new("weekly"), Name = "Weekly", Kind = kind, Client = TestAgency.Shop, Owner = TestAgency.Ada, Cadence = new(new(2026, 6, 15), new(9, 0), "Etc/UTC"), Within = Duration.FromHours(8) };

    private static Task<TestOps> StartAsync(params PlatformChangeDefinition[] changes) => TestOps.StartAsync(Agency(changes));

    private static AgencyDefinition Agency(params PlatformChangeDefinition[] changes) => TestAgency.Create() with { PlatformChanges = changes };

    private static async Task<IReadOnlyList<BoardRow>> BoardAsync(TestOps ops) => (await ops.Ops.Reports.Board.QueryAsync(new() { Kinds = [BoardKind.PlatformChange] })).Items;

    private static List<string> Told(TestOps ops) => [.. ops.Desk.Told.SelectMany(t => t.Notices).Where(n => n.Text.Contains("x changes", StringComparison.Ordinal)).Select(n => $"{n.Recipient}: {n.Text}")];
}
