using System.Text.Json.Serialization;
using SocialOps.People;

namespace SocialOps.ServicePackages;

/// <summary>Who is meant to do something; who that is at an instant, absences included, is said by the matrix.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(AgencyDuty), "agency")]
[JsonDerivedType(typeof(NamedPerson), "named")]
[JsonDerivedType(typeof(ClientSide), "client")]
public abstract record Party
{
    private Party()
    {
    }

    /// <summary>The agency: whoever is on duty for the client.</summary>
    public sealed record AgencyDuty : Party
    {
        /// <inheritdoc />
        public override string ToString() => "whoever is on duty";
    }

    /// <summary>A person of the agency; away, a deputy.</summary>
    /// <param name="Person">The person.</param>
    public sealed record NamedPerson(PersonId Person) : Party
    {
        /// <inheritdoc />
        public override string ToString() => Person.Value;
    }

    /// <summary>The client.</summary>
    /// <param name="Contact">The contact's id; <see langword="null"/> for the client's first contact who is responsible for everything.</param>
    public sealed record ClientSide(string? Contact = null) : Party
    {
        /// <inheritdoc />
        public override string ToString() => Contact is null ? "the client" : $"{Contact} at the client";
    }
}
