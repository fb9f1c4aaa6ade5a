using SocialOps.Channels;

namespace SocialOps.Inbox;

/// <summary>What follows when a thread grows.</summary>
internal static class CaseGrowth
{
    /// <summary>One more item: it is counted, it may be graver than what the case was about, and it may make a wave.</summary>
    public static void Join(this CaseChange change, InboundItem item)
    {
        var hadEnded = change.State.ClosedAt is not null;
        change.State = change.State with
        {
            Items = change.State.Items + 1,
            Counters = change.State.Counters.Max(item.Counters),
            Wave = change.State.Wave.Add(CaseWave.CommentOf(item)),
            ClosedAt = null,
            CloseReason = null,
        };
        var isAuthor = change.State.Dialogue?.Author == item.Author;
        var isReopened = isAuthor && change.TryMove(ComplaintEvent.CustomerReplied, "The author writes again.");
        var asksForMore = hadEnded || isReopened || IsGraver(item, change.State) || NeedsAnotherReaction(item, change.State);
        if (asksForMore)
        {
            change.TakeOver(item);
        }

        if (isAuthor)
        {
            change.AuthorWrote(item, asksForMore);
        }

        change.LookAtWave();
    }

    /// <summary>More is known of an item. What its author makes graver after the end opens the case again.</summary>
    public static void Learned(this CaseChange change, InboundItem before, InboundItem after)
    {
        change.State = change.State with { ClosedAt = null, CloseReason = null };
        if (after.Counters != before.Counters)
        {
            change.Spread(after.Counters);
        }

        if (after.Text != before.Text)
        {
            change.Edited(after);
        }

        if (after.DeletedAt is not null && before.DeletedAt is null)
        {
            change.Withdrawn(after);
        }
    }

    private static void Edited(this CaseChange change, InboundItem item)
    {
        change.Event("item.edited", "Its author has changed the text of an item.");
        if (IsGraver(item, change.State))
        {
            change.GoOnWith(item);
            change.TakeOver(item);
        }
        else if (item.Id == change.State.Item)
        {
            change.State = change.State with { Excerpt = CaseOpening.StateOf(item, change.Terms, change.Now).Excerpt };
        }
    }

    /// <summary>A dialogue that has ended begins again: with its author as when they write, with anybody else from the start.</summary>
    private static void GoOnWith(this CaseChange change, InboundItem item)
    {
        if (change.State.Dialogue?.Author == item.Author)
        {
            change.TryMove(ComplaintEvent.CustomerReplied, "The author has changed the text.");
        }
        else if (change.State.Dialogue is { Stage: ComplaintStage.Closed })
        {
            change.State = change.State with { Dialogue = null };
        }
    }

    /// <summary>The only item of a case is gone: nothing is left to answer, once it is known what became of a reply that was on its way. Of several, people decide.</summary>
    private static void Withdrawn(this CaseChange change, InboundItem item)
    {
        change.Event("item.withdrawn", "Its author has withdrawn an item.");
        change.State = change.State with { WithdrawnAt = change.State.Items == 1 ? item.DeletedAt : null };
        change.CloseWithdrawn();
    }

    /// <summary>Closes what its author has withdrawn, unless a reply is on its way or somebody else has joined in.</summary>
    public static void CloseWithdrawn(this CaseChange change)
    {
        if (change.State is { WithdrawnAt: not null, Items: 1, ReplyPending: false, ClosedAt: null })
        {
            change.Close(CloseReason.WithdrawnByAuthor, "Its author has withdrawn it.");
        }
    }

    /// <summary>An item has spread.</summary>
    private static void Spread(this CaseChange change, ItemCounters counters)
    {
        change.State = change.State with
        {
            Counters = change.State.Counters.Max(counters),
            Wave = change.State.Wave.Count(change.Now, counters),
        };
        change.LookAtWave();
    }

    /// <summary>A closed complaint is opened again by its author's word; whatever else comes opens a new case.</summary>
    public static bool IsReopenedBy(this Case state, string author) => state is { ClosedAt: not null, Dialogue: { } dialogue } && dialogue.Author.Length > 0 && dialogue.Author == author;

    /// <summary>Besides that, an edit that makes an item graver than what the case ended as.</summary>
    public static bool IsReopenedBy(this Case state, CaseCommand command) => command switch
    {
        CaseCommand.Join join => state.IsReopenedBy(join.Item.Author),
        CaseCommand.Learned { After.DeletedAt: null } learned => learned.After.Text != learned.Before.Text && IsGraver(learned.After, state),
        _ => false,
    };

    /// <summary>After the answer its author writes again, or somebody brings up something as grave: once, until that is acknowledged too.</summary>
    private static bool NeedsAnotherReaction(InboundItem item, Case state)
        => state is { AcknowledgedAt: not null, ClientReplies: false }
            && item.Classification.Category is not (Category.Praise or Category.General or Category.Spam or Category.OffTopic)
            && (item.Author == state.Author || (item.Classification.Category == state.Category && item.Classification.Severity >= state.Severity));

    private static bool IsGraver(InboundItem item, Case state)
        => item.Classification.Severity > state.Severity
            || (item.Classification.Severity == state.Severity && item.Classification.Category < state.Category);

    /// <summary>The case is about this item now; what it was about before never makes it less grave.</summary>
    private static void TakeOver(this CaseChange change, InboundItem item)
    {
        var graver = IsGraver(item, change.State);
        change.State = change.State with
        {
            Item = item.Id,
            ExternalId = item.ExternalId,
            Kind = item.Kind,
            Language = item.Classification.Language?.Value,
            Author = item.Author,
            Excerpt = CaseOpening.StateOf(item, change.Terms, change.Now).Excerpt,
            Category = graver ? item.Classification.Category : change.State.Category,
            Cause = graver ? item.Classification.Cause : change.State.Cause,
            Severity = graver ? CaseWave.WithWave(item.Classification.Severity, change.State.Alarm.Peak) : change.State.Severity,
            AcknowledgedAt = null,
            ClaimedAt = null,
        };
        change.Event("case.graver", $"An item needs a reaction of its own: {change.State.Category}, severity {(int)change.State.Severity}.");
        if (change.State.ClientReplies)
        {
            change.HandToClient();
            return;
        }

        var asTheCase = item.Classification with { Category = change.State.Category, Cause = change.State.Cause };
        change.Attend(change.Terms.Policy.Decide(asTheCase, change.Terms.FactsOf(item, (int)change.State.Alarm.Level)), item, null);
        change.BeginDialogue(item);
    }
}
