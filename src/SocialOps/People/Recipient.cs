using System.Text.Json.Serialization;

namespace SocialOps.People;

/// <summary>Somebody who can be told and made responsible: a person of the agency or a contact at a client.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(OfAgency), "person")]
[JsonDerivedType(typeof(OfClient), "clientContact")]
public abstract record Recipient
{
    private Recipient()
    {
    }

    /// <summary>One text for each recipient, for keys.</summary>
    [JsonIgnore]
    public abstract string Key { get; }

    /// <summary>A person of the agency.</summary>
    /// <param name="Person">The person.</param>
    public sealed record OfAgency(PersonId Person) : Recipient
    {
        /// <inheritdoc />
        public override string Key => $"person/{Person}";

        /// <inheritdoc />
        public override string ToString() => Person.Value;
    }

    /// <summary>A contact at a client.</summary>
    /// <param name="Client">The client.</param>
    /// <param name="Contact">The contact's id at the client.</param>
    public sealed record OfClient(ClientId Client, string Contact) : Recipient
    {
        /// <inheritdoc />
        public override string Key => $"client/{Client}/{Contact}";

        /// <inheritdoc />
        public override string ToString() => $"{Contact} ({Client})";
    }
}
