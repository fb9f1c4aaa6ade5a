using SocialOps.People;
using System.Text.Json;
using NodaTime;
using SocialOps.Channels;
using SocialOps.Escalations;
using SocialOps.Inbox;

namespace SocialOps.Tests.Escalations;

public sealed class EscalationEngineTests
{
    private static readonly Instant Start = Instant.FromUtc(2025, 1, 10, 18, 0);
    private static readonly Recipient Ann = new Recipient.OfAgency(new("ann"));
    private static readonly Recipient Ben = new Recipient.OfAgency(new("ben"));
    private static readonly Recipient Client = new Recipient.OfClient(new("acme"), "boss");

    private static EscalationPolicyDefinition Policy(params string[] people)
        => new() { Id = new("p"), Steps = [.. people.Select(p => new EscalationStep([new EscalationTarget.Named(new(p))]))] };

    private static IReadOnlyList<Recipient> Everybody(EscalationTarget target, Instant at) => target switch
    {
        EscalationTarget.Named named => [new Recipient.OfAgency(named.Person)],
        EscalationTarget.EmergencyContact => [Client],
        _ => [],
    };

    private static IReadOnlyList<Recipient> Nobody(EscalationTarget target, Instant at) => [];

    private static List<EscalationTransition> Climb(EscalationPolicyDefinition policy, Severity severity, int firings, Func<EscalationTarget, Instant, IReadOnlyList<Recipient>>? resolve = null)
    {
        var (run, result) = (EscalationRun.Start(Start), new List<EscalationTransition>());
        for (var i = 0; i < firings; i++)
        {
            result.Add(EscalationEngine.Fire(run, policy, severity, run.NextAt, resolve ?? Everybody));
            run = result[^1].Run;
        }

        return result;
    }

    [Fact]
    public void Fire_AtStart_TellsTheFirstStepAtOnce() => Climb(Policy("ann", "ben"), Severity.High, 1)[0].Told.Should().Equal(Ann);

    [Theory]
    [InlineData(Severity.Critical, 5)]
    [InlineData(Severity.High, 15)]
    [InlineData(Severity.Medium, 60)]
    [InlineData(Severity.None, 60)]
    public void Fire_NoDelayWritten_WaitsByDefaultOfTheSeverity(Severity severity, int minutes)
        => Climb(Policy("ann", "ben"), severity, 1)[0].NextAt.Should().Be(Start + Duration.FromMinutes(minutes));

    [Fact]
    public void Fire_BeforeTheDelayIsOver_TellsNobody()
    {
        var first = Climb(Policy("ann", "ben"), Severity.High, 1)[0];
        EscalationEngine.Fire(first.Run, Policy("ann", "ben"), Severity.High, first.NextAt - Duration.Epsilon, Everybody).Told.Should().BeEmpty();
    }

    [Fact]
    public void Fire_AfterTheLastWrittenStep_TellsTheEmergencyContact() => Climb(Policy("ann", "ben"), Severity.High, 3)[2].Told.Should().Equal(Client);

    [Fact]
    public void Fire_EmergencyContactWrittenLast_IsNotToldTwice()
    {
        var policy = new EscalationPolicyDefinition { Id = new("p"), Steps = [new([new EscalationTarget.Named(new("ann"))]), new([new EscalationTarget.EmergencyContact()])] };
        Climb(policy, Severity.High, 3).Select(t => t.Told[0]).Should().Equal(Ann, Client, Ann);
    }

    [Fact]
    public void Fire_EmptyStep_IsSkippedAtOnceAndRecorded()
    {
        var fired = Climb(Policy("gone", "ben"), Severity.High, 1, (target, at) => target is EscalationTarget.Named { Person.Value: "gone" } ? [] : Everybody(target, at))[0];
        fired.Told.Should().Equal(Ben);
        fired.SkippedSteps.Should().Equal(0);
    }

    [Fact]
    public void Fire_NobodyAtAll_IsTheLastResortAndGoesOn()
    {
        var fired = Climb(Policy("ann"), Severity.Critical, 3, Nobody);
        fired.Should().OnlyContain(t => t.LastResort && t.Told.Count == 0 && t.Run.IsRunning);
        fired.Select(t => t.NextAt - Start).Should().Equal(Duration.FromMinutes(5), Duration.FromMinutes(15), Duration.FromMinutes(35));
    }

    [Fact]
    public void Fire_RoundAfterRound_WaitsTwiceAsLongUpToFourHours()
    {
        var fired = Climb(Policy("ann"), Severity.Low, 10);
        fired.Zip(fired.Skip(1)).Select(pair => (pair.Second.NextAt - pair.First.NextAt).TotalHours).Should().Equal(1, 2, 2, 4, 4, 4, 4, 4, 4);
    }

    [Fact]
    public void Fire_SamePersonWithinAMinute_IsNotToldAgain()
    {
        var first = Climb(Policy("ann"), Severity.Critical, 1)[0];
        var again = first.Run.Restart(Start + Duration.FromSeconds(59));
        EscalationEngine.Fire(again, Policy("ann"), Severity.Critical, again.NextAt, Everybody).Told.Should().BeEmpty();
        var later = first.Run.Restart(Start + Duration.FromSeconds(60));
        EscalationEngine.Fire(later, Policy("ann"), Severity.Critical, later.NextAt, Everybody).Told.Should().Equal(Ann);
    }

    [Fact]
    public void Fire_AfterAnAcknowledgement_TellsNobody()
    {
        var first = Climb(Policy("ann"), Severity.High, 1)[0];
        var stopped = first.Run.Acknowledge(Ann, Policy("ann"), Start + Duration.FromMinutes(1));
        var fired = EscalationEngine.Fire(stopped, Policy("ann"), Severity.High, first.NextAt, Everybody);
        fired.Told.Should().BeEmpty();
        fired.NextAt.Should().Be(Instant.MaxValue);
    }

    [Fact]
    public void Acknowledge_TwoAskedFor_RunsUntilTheSecondPerson()
    {
        var policy = Policy("ann", "ben") with { Acknowledgements = 2 };
        var once = EscalationRun.Start(Start).Acknowledge(Ann, policy, Start).Acknowledge(Ann, policy, Start);
        once.IsRunning.Should().BeTrue();
        once.Acknowledge(Ben, policy, Start).IsRunning.Should().BeFalse();
    }

    [Fact]
    public void Fire_MissedSteps_AreNotMadeUpFor()
    {
        var first = Climb(Policy("ann", "ben"), Severity.High, 1)[0];
        var late = EscalationEngine.Fire(first.Run, Policy("ann", "ben"), Severity.High, Start + Duration.FromDays(1), Everybody);
        late.Told.Should().Equal(Ben);
        late.NextAt.Should().Be(Start + Duration.FromDays(1) + Duration.FromMinutes(15));
    }

    [Fact]
    public void Fire_DelayInOpenTime_AsksTheCallersCalendar()
    {
        var policy = new EscalationPolicyDefinition { Id = new("p"), Steps = [new([new EscalationTarget.Named(new("ann"))], Duration.FromHours(1)) { Clock = DelayClock.OpenTime }] };
        var monday = Start + Duration.FromDays(3);
        EscalationEngine.Fire(EscalationRun.Start(Start), policy, Severity.Low, Start, Everybody, (_, _) => monday).NextAt.Should().Be(monday);
    }

    [Fact]
    public void Json_RunUnderWay_ComesBackEqual()
    {
        var run = Climb(Policy("ann", "ben"), Severity.High, 3)[2].Run.Acknowledge(Client, Policy("ann") with { Acknowledgements = 2 }, Start);
        var text = JsonSerializer.Serialize(run, CaseJson.Default.EscalationRun);
        JsonSerializer.Deserialize(text, CaseJson.Default.EscalationRun).Should().Be(run);
        text.Should().Contain("\"kind\":\"clientContact\"");
    }
}
