using NodaTime;
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
            Comments = change.State.Comments.Add(Instant.Min(item.WrittenAt, item.ReceivedAt)),
        };
        if (IsGraver(item, change.State) || NeedsAnotherReaction(item, change.State))
        {
            change.TakeOver(item);
        }

        change.Rise();
    }

    /// <summary>An item has spread: reactions count towards a wave where people complain.</summary>
    public static void Spread(this CaseChange change, ItemCounters counters, long reactions)
    {
        change.State = change.State with
        {
            Counters = change.State.Counters.Max(counters),
            Reactions = change.State.Reactions.Add(change.Now, (int)Math.Clamp(reactions, 0, 1_000_000)),
        };
        change.Rise();
    }

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
            Author = item.Author,
            Excerpt = CaseOpening.StateOf(item, change.Terms, change.Now).Excerpt,
            Category = graver ? item.Classification.Category : change.State.Category,
            Cause = graver ? item.Classification.Cause : change.State.Cause,
            Severity = graver ? WithWave(item.Classification.Severity, change.State.WaveLevel) : change.State.Severity,
            AcknowledgedAt = null,
            ClaimedAt = null,
        };
        change.Event("case.graver", $"{item.Author} wrote what needs a reaction of its own: {change.State.Category}, severity {(int)change.State.Severity}.");
        if (change.State.ClientReplies)
        {
            change.HandToClient();
            return;
        }

        change.Attend(change.Terms.Policy.PatternFor(change.State.Category, change.State.Cause), null);
    }

    /// <summary>A wave adds one, at most to the top (responses d.1).</summary>
    private static Severity WithWave(Severity severity, int level) => level < 2 ? severity : (Severity)Math.Min((int)severity + 1, (int)Severity.Critical);

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

        var severity = change.State.WaveLevel == 0 ? WithWave(change.State.Severity, level) : change.State.Severity;
        change.State = change.State with { WaveLevel = level, Severity = severity };
        change.Event("wave.risen", $"Level {level}: {change.State.Comments.LastHour(change.Now)} comments and {change.State.Reactions.LastHour(change.Now)} reactions in the last hour, {change.State.Items} items in all.");
        change.Escalate($"Wave level {level}");
    }
}
