using SocialOps.People;

namespace SocialOps.Approvals;

/// <summary>Who asks for an approval: somebody who can be asked back.</summary>
internal static class ApprovalAuthor
{
    /// <exception cref="InvalidTransitionException">The actor is a program.</exception>
    public static Recipient Of(Actor actor, ClientId client) => actor.Kind switch
    {
        ActorKind.Person => new Recipient.OfAgency(new(actor.Id)),
        ActorKind.ClientContact => new Recipient.OfClient(client, actor.Id),
        _ => throw new InvalidTransitionException($"Actor {actor.Id}", "a program cannot answer for what is written. Act as a person of the agency or as a contact of the client."),
    };
}
