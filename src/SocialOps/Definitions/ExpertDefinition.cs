using SocialOps.People;
using SocialOps.ServicePackages;

namespace SocialOps.Definitions;

/// <summary>
/// Somebody who knows about a topic and is asked directly (requirement 4.12): a contact of the client stands first among those whom the client is asked by, a person of the agency is told when the case opens.
/// </summary>
/// <param name="About">Phrases that show that an item is about the topic, e.g. <c>akku*</c>; compared word by word without case, a star at a word's end for any letters.</param>
/// <param name="Ask">Who: a contact of the client by id, or a person.</param>
public sealed record ExpertDefinition(IReadOnlyList<string> About, Party Ask)
{
    /// <summary>Who it is, as somebody who can be told; <see langword="null"/> where nobody in particular is named.</summary>
    /// <param name="client">The client.</param>
    public Recipient? RecipientAt(ClientId client) => Ask switch
    {
        Party.ClientSide { Contact: { } contact } => new Recipient.OfClient(client, contact),
        Party.NamedPerson named => new Recipient.OfAgency(named.Person),
        _ => null,
    };
}
