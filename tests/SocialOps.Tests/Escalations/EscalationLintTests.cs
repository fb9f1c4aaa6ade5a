using NodaTime;
using SocialOps.Channels;
using SocialOps.Escalations;
using SocialOps.People;

namespace SocialOps.Tests.Escalations;

public sealed class EscalationLintTests
{
    private static readonly PersonDefinition Ann = new() { Id = new("ann"), Name = "Ann", Zone = "Europe/Berlin", Contacts = [new("mail", "a")] };

    private static IEnumerable<string> Check(params EscalationStep[] steps)
        => EscalationLint.Check(new() { Id = new("p"), Steps = steps }, new Dictionary<PersonId, PersonDefinition> { [Ann.Id] = Ann }, [new("duty")]).Select(f => f.ToString());

    [Fact]
    public void Check_SoundPolicy_FindsNothing()
        => Check(new EscalationStep([new EscalationTarget.OnDuty(new("duty"))]), new EscalationStep([new EscalationTarget.Named(Ann.Id)], Duration.FromMinutes(5))).Should().BeEmpty();

    [Fact]
    public void Check_UnknownScheduleAndPerson_NamesBothPlaces()
        => Check(new EscalationStep([new EscalationTarget.OnDuty(new("gone")), new EscalationTarget.Named(new("eve"))])).Should().Equal(
            "error: escalations[p].steps[0].targets[0]: There is no schedule 'gone'; correct the id or add the schedule.",
            "error: escalations[p].steps[0].targets[1]: There is nobody with the id 'eve'; correct the id or add the person.");

    [Fact]
    public void Check_StepWithoutTargetsOrTime_IsTold()
        => Check(new EscalationStep([], Duration.Zero)).Should().HaveCount(2).And.Contain(text => text.StartsWith("error: escalations[p].steps[0].delay"));

    [Fact]
    [Requirement("0.17")]
    public void CheckClient_NoEmergencyContact_IsAnEmptyLastStep()
        => EscalationLint.CheckClient(new("acme"), true, new() { Id = new("p"), Steps = [] }, [new("boss", "Boss", [new("mail", "b")])]).Should().ContainSingle().Which.Message.Should().StartWith("The escalation's last step is empty");

    [Fact]
    public void CheckClient_PromiseWithoutEscalation_IsAnError()
        => EscalationLint.CheckClient(new("acme"), true, null, []).Should().ContainSingle().Which.Path.Should().Be("clients[acme].agreement.escalation");

    [Fact]
    public void Preview_NobodyActs_NamesEveryFiringUntilThen()
    {
        var start = Instant.FromUtc(2025, 1, 10, 18, 0);
        var policy = new EscalationPolicyDefinition { Id = new("p"), Steps = [new([new EscalationTarget.Named(Ann.Id)])] };
        EscalationEngine.Preview(policy, Severity.High, start, start + Duration.FromHours(2), (target, _) => target is EscalationTarget.Named n ? [new Recipient.OfAgency(n.Person)] : [])
            .Select(firing => (firing.At - start).TotalMinutes).Should().Equal(0, 15, 45, 105);
    }
}
