using NodaTime;
using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.Guidelines;
using SocialOps.People;
using SocialOps.Routines;

namespace SocialOps.Tests.Practice;

/// <summary>Exercises, and what they do to how far somebody may go alone.</summary>
public sealed class DrillTests
{
    private const string Tone = "house@1#tone";

    [Fact]
    [Requirement("4.8")]
    public async Task Mark_ThreePassedInARow_RaiseByOneLevelAndNeverBeyondTheMost()
    {
        await using var ops = await StartAsync();

        var levels = new List<AutonomyLevel> { await LevelAsync(ops) };
        for (var i = 0; i < 9; i++)
        {
            await PractiseAsync(ops, 5);
            levels.Add(await LevelAsync(ops));
        }

        levels.Select(l => (int)l).Should().Equal(1, 1, 1, 2, 2, 2, 3, 3, 3, 3);
        (await ops.Ops.Audit.QueryAsync(new("ada"))).Items.Where(e => e.Action == "autonomy.raised").Should().HaveCount(2);
    }

    [Fact]
    [Requirement("4.8")]
    public async Task Mark_OneFailedInBetween_CountingBeginsAnew()
    {
        await using var ops = await StartAsync();

        foreach (var score in new[] { 5, 5, 2, 5, 5 })
        {
            await PractiseAsync(ops, score);
        }

        (await LevelAsync(ops)).Should().Be(AutonomyLevel.Suggest);
    }

    [Fact]
    [Requirement("4.8")]
    public async Task Reply_RaisedByExercises_MayBeSentWhereBeforeItCouldOnlyBeProposed()
    {
        await using var ops = await StartAsync();
        var opened = await ops.ReceiveAsync("Mein Rad ist kaputt");
        var before = async () => await ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada);
        await before.Should().ThrowAsync<InvalidTransitionException>("L1 only suggests");

        for (var i = 0; i < 3; i++)
        {
            await PractiseAsync(ops, 4);
        }

        (await ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada)).ReplyPending.Should().BeTrue("L2 sends approved words");
    }

    [Fact]
    [Requirement("4.8")]
    public async Task Review_ABreachOfThePerson_TakesALevelAwayThatExercisesGave()
    {
        await using var ops = await StartAsync();
        for (var i = 0; i < 3; i++)
        {
            await PractiseAsync(ops, 5);
        }

        var opened = await ops.ReceiveAsync("Mein Rad ist kaputt");
        await ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada);
        await ops.DrainAsync();
        var sample = (await ops.Ops.Conformity.QueryOpenAsync()).Items.Single(s => s.Sender == "ada");

        await ops.Ops.Conformity.ReviewAsync(sample.Id, TestOps.Ben, conforms: false, "Not their tone: house#tone");

        (await LevelAsync(ops)).Should().Be(AutonomyLevel.Suggest);
        (await ops.Ops.Audit.QueryAsync(new("ada"))).Items.Should().Contain(e => e.Action == "autonomy.lowered");
    }

    [Fact]
    [Requirement("4.22")]
    public async Task Begin_GuidelineWithTonality_GivesItsSectionsWithGoodAndBadExamplesAndWhatReallyArrived()
    {
        await using var ops = await StartAsync();

        var drill = await ops.Ops.Routines.Drills.BeginAsync(TestAgency.Ada, TestAgency.Shop, Category.Complaint, TestOps.Ben, language: "en");

        drill.Criteria.Should().BeEquivalentTo([new DrillCriterion(Tone, "Friendly and short.", ["Bring it in tomorrow."], ["Not our problem."])]);
        drill.Tasks.Select(t => t.Text).Should().Equal("Das Rad ist schon wieder kaputt", "Das Rad ist kaputt!");
    }

    [Fact]
    [Requirement("4.22")]
    public async Task GetTonality_AfterExercises_IsTheAverageOfEachSection()
    {
        await using var ops = await StartAsync();
        await PractiseAsync(ops, 5);
        await PractiseAsync(ops, 2);

        (await ops.Ops.Routines.Drills.GetTonalityAsync(TestAgency.Ada)).Should().Equal(new TonalityMark("house#tone", 4, 3.5));
    }

    [Fact]
    [Requirement("4.8")]
    public async Task Mark_ByWhoeverPractises_IsRefused()
    {
        await using var ops = await StartAsync();

        var own = async () => await PractiseAsync(ops, 5, TestOps.Ada);

        (await own.Should().ThrowAsync<InvalidTransitionException>()).WithMessage("*another person of the agency*");
    }

    [Fact]
    public async Task Mark_MissingTwiceAndOutOfBounds_NamesAll()
    {
        await using var ops = await StartAsync();
        var drill = await AnsweredAsync(ops);

        var mark = async () => await ops.Ops.Routines.Drills.MarkAsync(drill.Id, [new(0, Tone, 6), new(2, Tone, 3)], TestOps.Ben);

        (await mark.Should().ThrowAsync<InvalidDefinitionException>()).Which.Findings.Select(f => f.Path).Should().Equal($"marks[1][{Tone}]", $"marks[2][{Tone}]", $"marks[0][{Tone}]");
    }

    private static async Task PractiseAsync(TestOps ops, int score, Actor? by = null)
    {
        var drill = await AnsweredAsync(ops);
        await ops.Ops.Routines.Drills.MarkAsync(drill.Id, [.. drill.Tasks.Select((_, i) => new DrillMark(i, Tone, score))], by ?? TestOps.Ben);
        ops.Time.Advance(Duration.FromMinutes(1));
    }

    private static async Task<Drill> AnsweredAsync(TestOps ops)
    {
        var drill = await ops.Ops.Routines.Drills.BeginAsync(TestAgency.Ada, TestAgency.Shop, Category.Complaint, TestOps.Ben, tasks: 2);
        for (var i = 0; i < drill.Tasks.Count; i++)
        {
            drill = await ops.Ops.Routines.Drills.AnswerAsync(drill.Id, i, "Das tut uns leid.", TestOps.Ada);
        }

        return drill;
    }

    private static async Task<AutonomyLevel> LevelAsync(TestOps ops) => (await ops.Ops.Agency.FindCurrentAsync())!.AutonomyOf(TestAgency.Ada, Category.Complaint);

    private static async Task<TestOps> StartAsync()
    {
        var agency = TestAgency.Create();
        var guideline = new GuidelineDocument
        {
            Id = new("house"),
            Name = "House",
            Sections = [new("tone", GuidelineSectionKind.Tonality, new Dictionary<string, string> { ["en"] = "Friendly and short." }) { Good = ["Bring it in tomorrow."], Bad = ["Not our problem."] }],
        };
        var ops = await TestOps.StartAsync(agency with
        {
            People = [agency.People[0] with { Autonomy = AutonomyLevel.Suggest, AutonomyAtMost = AutonomyLevel.ActThenNotify }, agency.People[1]],
            Guidelines = [guideline],
            Clients = [agency.Clients[0] with { Strategy = new() { Guideline = "house" } }, agency.Clients[1]],
        });
        await ops.ReceiveAsync("Das Rad ist kaputt!");
        ops.Time.Advance(Duration.FromMinutes(1));
        await ops.ReceiveAsync("Das Rad ist schon wieder kaputt");
        return ops;
    }
}
