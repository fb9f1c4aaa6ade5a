using SocialOps.OnCall;
using SocialOps.People;

namespace SocialOps.Tests.OnCall;

public sealed class SubstitutionTests
{
    private static readonly Absence January = new(new(2025, 1, 1), new(2025, 1, 31));

    private static PersonDefinition Away(string id, params string[] deputies) => A.Person(id, deputies) with { Absences = [January] };

    private static SubstitutionAnswer For(string id, params PersonDefinition[] people) => Substitution.For(A.Id(id), A.At("2025-01-10T12:00"), A.People(people));

    [Fact]
    public void For_SomebodyWhoIsThere_IsThem() => For("ann", A.Person("ann", "ben"), A.Person("ben")).Person.Should().Be(A.Id("ann"));

    [Fact]
    public void For_DeputyChain_IsTheFirstWhoIsThere() => For("ann", Away("ann", "ben"), Away("ben", "cem"), A.Person("cem")).Person.Should().Be(A.Id("cem"));

    [Fact]
    public void For_CircleOfAbsentDeputies_EndsWithNobody()
        => For("ann", Away("ann", "ben"), Away("ben", "ann")).Should().BeEquivalentTo(new { Person = (PersonId?)null, Cause = CoverageGapCause.AbsentNoDeputy });

    [Fact]
    public void For_DeputyWithoutContact_IsPassedOver()
        => For("ann", Away("ann", "ben", "cem"), A.Person("ben") with { Contacts = [] }, A.Person("cem")).Person.Should().Be(A.Id("cem"));

    [Fact]
    public void For_DeputyWalledOff_IsPassedOver()
        => Substitution.For(A.Id("ann"), A.At("2025-01-10T12:00"), A.People(Away("ann", "ben", "cem"), A.Person("ben") with { ClientWalls = [new("acme")] }, A.Person("cem")), new() { Client = new("acme") })
            .Person.Should().Be(A.Id("cem"));

    [Fact]
    public void For_DeputyForOneClient_StandsInForItAlone()
    {
        var ann = A.Person("ann") with { Absences = [January with { Deputy = A.Id("ben"), ClientDeputies = new Dictionary<ClientId, PersonId> { [new("acme")] = A.Id("cem") } }] };
        var people = A.People(ann, A.Person("ben"), A.Person("cem"));
        Substitution.For(A.Id("ann"), A.At("2025-01-10T12:00"), people, new() { Client = new("acme") }).Person.Should().Be(A.Id("cem"));
        Substitution.For(A.Id("ann"), A.At("2025-01-10T12:00"), people, new() { Client = new("other") }).Person.Should().Be(A.Id("ben"));
    }

    [Fact]
    public void For_AwayByStatus_HasADeputy()
        => For("ann", A.Person("ann", "ben") with { Status = new(AvailabilityKind.Away, A.At("2025-01-10T11:00"), A.At("2025-01-10T13:00")) }, A.Person("ben")).Person.Should().Be(A.Id("ben"));

    [Fact]
    public void For_InAMeeting_IsStillThem()
        => For("ann", A.Person("ann", "ben") with { Status = new(AvailabilityKind.InMeeting, A.At("2025-01-10T11:00"), A.At("2025-01-10T13:00")) }, A.Person("ben")).Person.Should().Be(A.Id("ann"));
}
