using System.Text.Json.Serialization;
using SocialOps.People;

namespace SocialOps.Escalations;

/// <summary>Somebody an escalation tells.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Person), "person")]
[JsonDerivedType(typeof(ClientContact), "clientContact")]
public abstract record EscalationRecipient
{
    private EscalationRecipient()
    {
    }

    /// <summary>A person of the agency.</summary>
    /// <param name="Id">The person.</param>
    public sealed record Person(PersonId Id) : EscalationRecipient;

    /// <summary>A contact at a client.</summary>
    /// <param name="Client">The client.</param>
    /// <param name="Contact">The contact's id, unique within the client.</param>
    public sealed record ClientContact(ClientId Client, string Contact) : EscalationRecipient;
}
