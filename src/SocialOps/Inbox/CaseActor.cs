using SocialOps.People;

namespace SocialOps.Inbox;

/// <summary>Who an actor is to a case.</summary>
internal static class CaseActor
{
    public static Recipient RecipientOf(Actor actor, ClientId client) => actor.Kind switch
    {
        ActorKind.Person => new Recipient.OfAgency(new(actor.Id)),
        ActorKind.ClientContact => new Recipient.OfClient(client, actor.Id),
        _ => throw new InvalidTransitionException($"Actor {actor.Id}", "a program cannot take a case on. Act as a person or as a contact at the client."),
    };
}
