using NodaTime;
using SocialOps.People;

namespace SocialOps.Inbox;

/// <summary>That somebody is writing a reply; it ends by itself.</summary>
/// <param name="Who">Who writes.</param>
/// <param name="Until">The end, exclusive.</param>
public sealed record WritingLease(Recipient Who, Instant Until);

/// <summary>One reply wins, and it answers what its writer has seen.</summary>
internal static class ReplyCollision
{
    private static readonly Duration LeaseLength = Duration.FromMinutes(10);

    public static void BeginReply(this CaseChange change, Actor actor)
    {
        CaseActor.RequireAuthor(actor, change.State, change.Terms);
        change.RequireNobodyElseWrites(actor, "Let them finish, or talk to them.");
        change.State = change.State with { Writing = new(CaseActor.RecipientOf(actor, change.Terms), change.Now + LeaseLength) };
        change.Event("reply.begun", $"{actor.Id} writes until {change.Now + LeaseLength}.");
    }

    /// <exception cref="InvalidTransitionException">Somebody else is writing, or the case is about another item by now, and the reply is not confirmed.</exception>
    public static void RequireNoCollision(this CaseChange change, Actor actor, CaseCommand.Reply reply)
    {
        if (reply.Content.Confirmed)
        {
            return;
        }

        change.RequireNobodyElseWrites(actor, "Let them finish, or confirm yours.");
        if (reply.Seen is { } seen && seen.Id != change.State.Item)
        {
            throw new InvalidTransitionException($"Case {change.State.Id}", $"it is about another item since you looked: {change.State.Author} wrote \"{change.State.Excerpt}\" ({change.State.Category}, severity {(int)change.State.Severity}). Look again, or confirm that you answer {seen.Author}.");
        }
    }

    private static void RequireNobodyElseWrites(this CaseChange change, Actor actor, string remedy)
    {
        if (change.State.Writing is { } writing && writing.Until > change.Now && writing.Who != CaseActor.RecipientOf(actor, change.Terms))
        {
            throw new InvalidTransitionException($"Case {change.State.Id}", $"{writing.Who} is writing a reply until {writing.Until}. {remedy}");
        }
    }
}
