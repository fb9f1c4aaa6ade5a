using SocialOps.People;

namespace SocialOps.Inbox;

/// <summary>Who an actor is to a case, and what they may do.</summary>
internal static class CaseActor
{
    public static Recipient RecipientOf(Actor actor, CaseTerms terms)
    {
        Recipient who = actor.Kind switch
        {
            ActorKind.Person => new Recipient.OfAgency(new(actor.Id)),
            ActorKind.ClientContact => new Recipient.OfClient(terms.Client.Id, actor.Id),
            _ => throw new InvalidTransitionException($"Actor {actor.Id}", "a program cannot take a case on. Act as a person or as a contact at the client."),
        };
        RequireKnown(who, terms);
        return who;
    }

    /// <summary>A person of the agency, or a contact of the case's own client.</summary>
    public static void RequireKnown(Recipient who, CaseTerms terms)
    {
        if (!terms.Knows(who))
        {
            throw new InvalidTransitionException($"{who}", $"is neither a person of the agency nor a contact of {terms.Client.Name}. Add them to the definitions first.");
        }
    }

    /// <summary>How far a person may go: words of their own from L3 on, approved ones from L2 on (requirement 4.14).</summary>
    public static AutonomyLevel RequireAutonomy(Actor actor, Channels.Category category, CaseTerms terms, bool ownWords)
    {
        var level = terms.AutonomyOf(new PersonId(actor.Id), category);
        if (level < AutonomyLevel.ActAfterApproval)
        {
            throw new InvalidTransitionException($"Actor {actor.Id}", $"may only suggest (L{(int)level}). Propose it (Replies.ProposeAsync), or hand the case over to somebody who may answer.");
        }

        if (level == AutonomyLevel.ActAfterApproval && ownWords)
        {
            throw new InvalidTransitionException($"Actor {actor.Id}", "may send approved words only (L2). Reply with what the policy proposes, or propose yours (Replies.ProposeAsync).");
        }

        return level;
    }

    /// <summary>Replies are the agency's, where it answers for the client, by people who may write or send.</summary>
    public static void RequireAuthor(Actor actor, Case state, CaseTerms terms)
    {
        if (state.ClientReplies)
        {
            throw new InvalidTransitionException($"Case {state.Id}", $"{terms.Client.Name} replies itself; tell them instead (requirement 0.9).");
        }

        if (actor.Kind != ActorKind.Person || !terms.MayReply(new PersonId(actor.Id)))
        {
            throw new InvalidTransitionException($"Actor {actor.Id}", "may not reply: the role Author or Publisher is missing.");
        }
    }
}
