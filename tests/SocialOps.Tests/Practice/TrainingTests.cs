using NodaTime;
using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.People;
using SocialOps.Readiness;
using SocialOps.ServicePackages;
using SocialOps.Tests.Readiness;

namespace SocialOps.Tests.Practice;

/// <summary>Skills that trainings give for a while.</summary>
public sealed class TrainingTests
{
    private static readonly SkillId Crisis = new("crisis");

    [Theory]
    [Requirement("3.3")]
    [InlineData("2026-06-09T23:59:59Z", false)]
    [InlineData("2026-06-10T00:00:00Z", true)]
    [InlineData("2026-06-29T23:59:59Z", true)]
    [InlineData("2026-06-30T00:00:00Z", false)]
    public void At_SkillOfATraining_HoldsWhileTheTrainingDoes(string at, bool holds)
    {
        var agency = new AgencySnapshot(Agency(new(Crisis, new(2026, 6, 10), new(2026, 6, 30))), 1);
        var instant = NodaTime.Text.InstantPattern.General.Parse(at).Value;

        agency.GetSchedule(new("duty")).At(instant, new() { Skills = [Crisis] }).OnDuty.Should().HaveCount(holds ? 1 : 0);
        agency.Resolve(new(TestAgency.Shop, Activities.CommunityManagement), instant).Owner.Should().Be(holds ? new Recipient.OfAgency(TestAgency.Ada) : new Recipient.OfAgency(TestAgency.Ben));
    }

    [Fact]
    [Requirement("3.3")]
    public void Explain_TrainingEnded_SaysWhen()
        => new AgencySnapshot(Agency(new(Crisis, new(2026, 1, 1), new(2026, 6, 1))), 1).GetSchedule(new("duty")).Explain(TestAgency.Friday, new() { Skills = [Crisis] }).Steps.Select(s => s.Text)
            .Should().Contain("ada does not qualify for this duty: lacks the skill crisis, whose training ended on 2026-06-01");

    [Fact]
    [Requirement("3.3")]
    public void Between_TrainingBeginsAndEnds_CutsTheShiftsThere()
        => new AgencySnapshot(Agency(new(Crisis, new(2026, 6, 10), new(2026, 6, 12))), 1).GetSchedule(new("duty"))
            .Between(Instant.FromUtc(2026, 6, 8, 0, 0), Instant.FromUtc(2026, 6, 13, 0, 0), new() { Skills = [Crisis] }).Select(s => (s.From.InUtc().Day, s.To.InUtc().Day, s.Answer.OnDuty.Count))
            .Should().Equal((8, 10, 0), (10, 12, 1), (12, 13, 0));

    [Fact]
    [Requirement("3.3")]
    public async Task Receive_WhoeverIsOnDutyLacksTheSkillOfTheCategory_GoesToWhoHasItWhereThereIsOne()
    {
        var agency = Agency(new(Crisis, new(2026, 1, 1), new(2026, 6, 1)));
        var both = agency.Schedules[0] with { CategorySkills = new Dictionary<Category, IReadOnlyList<SkillId>> { [Category.Complaint] = [Crisis] }, Layers = [.. agency.Schedules[0].Layers, agency.Schedules[0].Layers[1] with { Name = "second", Restrictions = [] }] };
        await using var ops = await TestOps.StartAsync(agency with { Schedules = [both] });

        var complaint = await ops.ReceiveAsync("Das Rad ist kaputt!");
        var question = await ops.ReceiveAsync("Wann macht ihr auf?");

        (complaint.Responsible, question.Responsible).Should().Be((new Recipient.OfAgency(TestAgency.Ben), new Recipient.OfAgency(TestAgency.Ada)));
    }

    [Fact]
    [Requirement("3.3")]
    public async Task Record_Training_GivesTheSkillUntilItEndsAndImportsKeepIt()
    {
        await using var ops = await TestOps.StartAsync(Agency(null));
        await ops.Ops.Agency.Trainings.RecordAsync(TestAgency.Ada, new(Crisis, new(2026, 6, 12), new(2027, 6, 12), "Crisis day"), TestOps.Ada);
        await ops.Ops.Agency.ApplyAsync(Agency(null) with { Name = "Renamed" }, TestOps.Ada);

        (await OwnerAsync(ops, TestAgency.Friday + Duration.FromDays(3))).Should().Be(new Recipient.OfAgency(TestAgency.Ada));
        (await OwnerAsync(ops, TestAgency.Friday + Duration.FromDays(367))).Should().Be(new Recipient.OfAgency(TestAgency.Ben));
        (await ops.Ops.Audit.QueryAsync(new("ada"))).Items.Should().ContainSingle(e => e.Action == "training.recorded");
    }

    [Fact]
    public async Task GetExpiring_BeforeAndAfterTheTrainingsEnd_NamesWhoWillLackTheSkill()
    {
        await using var ops = await TestOps.StartAsync(Agency(null));
        await ops.Ops.Agency.Trainings.RecordAsync(TestAgency.Ada, new(Crisis, new(2026, 6, 12), new(2026, 7, 12), "Crisis day"), TestOps.Ada);
        var end = Instant.FromUtc(2026, 7, 12, 0, 0);

        (await ops.Ops.Agency.Trainings.GetExpiringAsync(end)).Should().BeEmpty("the end is exclusive");
        var expiring = (await ops.Ops.Agency.Trainings.GetExpiringAsync(end + Duration.Epsilon)).Should().ContainSingle().Subject;
        (expiring.Person, expiring.Skill, expiring.EndsAt).Should().Be((TestAgency.Ada, Crisis, end));
    }

    [Fact]
    public async Task Record_WithoutTheRole_IsRefused()
    {
        await using var ops = await TestOps.StartAsync(Agency(null));

        var record = async () => await ops.Ops.Agency.Trainings.RecordAsync(TestAgency.Ben, new(Crisis, new(2026, 6, 12)), TestOps.Ben);

        (await record.Should().ThrowAsync<InvalidTransitionException>()).WithMessage("*role DutyManager or Admin is missing*");
    }

    [Fact]
    [Requirement("3.3")]
    public async Task TrainingEnds_FourWeeksBefore_WhoeverTookItAndTheDutyManagersAreToldOnce()
    {
        var agency = Agency(null);
        await using var ops = await TestOps.StartAsync(agency with { People = [agency.People[0], agency.People[1] with { Skills = [], Trainings = [new(Crisis, new(2026, 1, 1), new(2026, 8, 1))] }] });

        await ops.PassAsync(Duration.FromDays(21));
        var before = Told(ops);
        await ops.PassAsync(Duration.FromDays(60));

        before.Should().BeEmpty("1 August less four weeks is 4 July");
        Told(ops).Should().BeEquivalentTo("ada", "ben");
    }

    [Fact]
    [Requirement("3.3")]
    public async Task TrainingEnds_RenewedMeanwhile_NobodyIsTold()
    {
        await using var ops = await TestOps.StartAsync(Agency(new(Crisis, new(2026, 1, 1), new(2026, 8, 1))));
        await ops.Ops.Agency.Trainings.RecordAsync(TestAgency.Ada, new(Crisis, new(2026, 6, 12)), TestOps.Ada);

        await ops.PassAsync(Duration.FromDays(60));

        Told(ops).Should().BeEmpty();
    }

    [Fact]
    [Requirement("3.3")]
    public void Run_TrainingEndsSoon_Warns()
    {
        var agency = ReadyAgency.Create();
        var trained = agency with
        {
            Activities = [new() { Id = Activities.CommunityManagement, Name = "Community", Skills = [Crisis] }],
            People = [.. agency.People.Select(p => p with { Trainings = [new(Crisis, new(2026, 1, 1), p.Id == TestAgency.Ada ? new(2026, 7, 1) : new(2029, 1, 1))] })],
        };

        ReadyAgency.Check(trained).Results.Where(r => r.Check == ReadinessCheck.Trainings).Should().ContainSingle()
            .Which.Should().Match<ReadinessResult>(r => r.Verdict == ReadinessVerdict.Warning && r.What == "the training of ada for crisis ends on 2026-07-01.");
    }

    [Fact]
    [Requirement("3.3")]
    public void Validate_TrainingEndsBeforeItBegins_IsAnError()
        => AgencyValidation.Validate(Agency(new(Crisis, new(2026, 6, 10), new(2026, 6, 10)))).Should().ContainSingle(f => f.Path == "people[ada].trainings[0].untilOn");

    private static IEnumerable<string> Told(TestOps ops)
        => [.. ops.Desk.Told.SelectMany(t => t.Notices.Where(n => n.Text.StartsWith("The training of", StringComparison.Ordinal)).Select(_ => t.Recipient.ToString()!))];

    private static async Task<Recipient?> OwnerAsync(TestOps ops, Instant at)
        => (await ops.Ops.Agency.FindCurrentAsync())!.Resolve(new(TestAgency.Shop, Activities.CommunityManagement), at).Owner;

    /// <summary>Community management asks for the skill: Ada has it by a training, Ben for good; Ada is on duty on weekdays, Ben is the lead.</summary>
    private static AgencyDefinition Agency(Training? training)
    {
        var agency = TestAgency.Create();
        return agency with
        {
            People = [agency.People[0] with { Trainings = training is null ? [] : [training] }, agency.People[1] with { Skills = [Crisis] }],
            Activities = [new() { Id = Activities.CommunityManagement, Name = "Community", Skills = [Crisis] }],
            Clients = [agency.Clients[0] with { Agreement = agency.Clients[0].Agreement with { Lead = TestAgency.Ben } }, agency.Clients[1]],
        };
    }
}
