using NodaTime;
using SocialOps.OnCall;

namespace SocialOps.Tests.OnCall;

public sealed class HistoryTests
{
    private static readonly Dictionary<People.PersonId, People.PersonDefinition> People = A.People("ann", "ben", "cem", "dan");

    private static ScheduleDefinition Of(params string[] ids) => A.Schedule("Europe/Berlin", A.Layer("main", A.Rotation(RotationUnit.Week, "2025-01-06T09:00", ids)));

    private static OnCallHistory Two() => new OnCallHistory([]).Amend(Instant.MinValue, A.At("2025-01-01T00:00"), Of("ann"), People).Amend(A.At("2025-06-01T00:00"), A.At("2025-05-01T00:00"), Of("ben"), People);

    [Fact]
    [Requirement("1.8")]
    public void At_BeforeAndAfterAChange_AsksTheVersionInEffect()
    {
        Two().At(A.At("2025-05-31T23:59")).ToString().Should().Be("ann");
        Two().At(A.At("2025-06-01T00:00")).ToString().Should().Be("ben");
    }

    [Fact]
    public void VersionAt_BeforeAndAfterAChange_IsTheOneInEffectAsFarAsItWasKnown()
    {
        var july = A.At("2025-07-01T00:00");

        Two().VersionAt(A.At("2025-05-31T23:59"))!.EffectiveFrom.Should().Be(Instant.MinValue);
        Two().VersionAt(july)!.EffectiveFrom.Should().Be(A.At("2025-06-01T00:00"));
        Two().VersionAt(july, asKnownAt: A.At("2025-04-30T00:00"))!.EffectiveFrom.Should().Be(Instant.MinValue);
    }

    [Fact]
    public void At_AsKnownBeforeTheChangeWasWritten_IsWhatWasBelievedThen()
        => Two().At(A.At("2025-07-01T00:00"), asKnownAt: A.At("2025-04-30T00:00")).ToString().Should().Be("ann");

    [Fact]
    public void Amend_InThePast_IsRefused()
        => FluentActions.Invoking(() => Two().Amend(A.At("2025-05-01T00:00"), A.At("2025-07-01T00:00"), Of("cem"), People)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*the past of a schedule does not change*");

    [Fact]
    public void Between_AcrossAChange_IsCutThere()
        => Two().Between(A.At("2025-05-01T00:00"), A.At("2025-07-01T00:00")).Select(s => (s.To, s.Answer.ToString())).Should().Equal((A.At("2025-06-01T00:00"), "ann"), (A.At("2025-07-01T00:00"), "ben"));

    [Fact]
    public void Explain_FromHistory_NamesTheVersion() => Two().Explain(A.At("2025-07-01T00:00")).ToString().Should().Contain("version in effect from 2025-05-31T22:00:00Z, written down at 2025-04-30T22:00:00Z");

    [Theory]
    [InlineData("ann,ben,cem,dan", "ben", "cem")]
    [InlineData("dan,cem,ben,ann", "ben", "ann")]
    [InlineData("ann,cem", "cem", "ann")]
    [InlineData("dan", "dan", "dan")]
    public void WithParticipants_WhoeverHasTheTurn_KeepsItAndTheOthersFollow(string participants, string now, string next)
    {
        var at = A.At("2025-01-15T12:00");
        var old = Of("ann", "ben", "cem");
        var changed = old with { Layers = [RotationEdit.WithParticipants(old.Layers[0], A.Ids(participants.Split(',')), at, old.Zone)] };
        var schedule = new OnCallSchedule(changed, People);
        schedule.At(at).ToString().Should().Be(now);
        schedule.At(at + Duration.FromDays(7)).ToString().Should().Be(next);
    }

    [Fact]
    public void NextHandoff_WeeklyRotation_IsTheNextMonday()
        => new OnCallSchedule(Of("ann", "ben"), People).NextHandoff(A.At("2025-01-08T00:00"))!.At.Should().Be(A.At("2025-01-13T09:00"));

    [Fact]
    public void NextHandoff_OnlyOnePersonForEver_IsNone() => new OnCallSchedule(Of("ann"), People).NextHandoff(A.At("2025-01-08T00:00")).Should().BeNull();
}
