using SocialOps.Channels;

namespace SocialOps.Inbox;

/// <summary>What follows when a thread grows.</summary>
internal static class CaseGrowth
{
    /// <summary>One more item: it is counted, it may be graver than what the case was about, and it may make a wave.</summary>
    public static void Join(this CaseChange change, InboundItem item)
    {
        change.State = change.State with
        {
            Items = change.State.Items + 1,
            Counters = change.State.Counters.Max(item.Counters),
            Comments = change.State.Comments.Add(item.WrittenAt),
        };
        if (IsGraver(item, change.State))
        {
            change.TakeOver(item);
        }

        change.Rise();
    }

    /// <summary>An item has spread: reactions count towards a wave where people complain.</summary>
    public static void Spread(this CaseChange change, ItemCounters counters)
    {
        var before = change.State.Counters;
        var after = before.Max(counters);
        var reactions = (int)Math.Min(after.Likes - before.Likes + (after.Shares - before.Shares), 1_000_000);
        change.State = change.State with { Counters = after, Reactions = change.State.Reactions.Add(change.Now, reactions) };
        change.Rise();
    }

    private static bool IsGraver(InboundItem item, Case state)
        => item.Classification.Severity > state.Severity
            || (item.Classification.Severity == state.Severity && item.Classification.Category < state.Category);

    private static void TakeOver(this CaseChange change, InboundItem item)
    {
        change.State = change.State with
        {
            Item = item.Id,
            ExternalId = item.ExternalId,
            Author = item.Author,
            Excerpt = CaseOpening.StateOf(item, change.Terms, change.Now).Excerpt,
            Category = item.Classification.Category,
            Cause = item.Classification.Cause,
            Severity = item.Classification.Severity,
            AcknowledgedAt = null,
            ClaimedAt = null,
        };
        change.Event("case.graver", $"{item.Author} wrote something graver: {change.State.Category}, severity {(int)change.State.Severity}.");
        if (change.State.ClientReplies)
        {
            change.TellClient("This has become graver");
            return;
        }

        change.Attend(change.Terms.Policy.PatternFor(change.State.Category, change.State.Cause), null);
    }

    /// <summary>Up at once: each new level is told to whoever is on duty and makes the case graver.</summary>
    private static void Rise(this CaseChange change)
    {
        var level = change.State.Comments.Level(change.Now);
        if (level < 2 && change.State.Category == Category.Complaint && change.State.Reactions.LastHour(change.Now) >= 50)
        {
            level = 2;
        }

        if (level <= change.State.WaveLevel)
        {
            return;
        }

        var severity = change.State.WaveLevel == 0 ? (Severity)Math.Min((int)change.State.Severity + 1, (int)Severity.Critical) : change.State.Severity;
        change.State = change.State with { WaveLevel = level, Severity = severity };
        change.Event("wave.risen", $"Level {level}: {change.State.Comments.LastHour(change.Now)} comments and {change.State.Reactions.LastHour(change.Now)} reactions in the last hour, {change.State.Items} items in all.");
        change.Escalate($"Wave level {level}");
    }
}
