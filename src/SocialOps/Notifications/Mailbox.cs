using NodaTime;
using SocialOps.People;

namespace SocialOps.Notifications;

/// <summary>When a recipient is told next: at most one digest every five minutes, rarer while none is answered.</summary>
internal sealed record Mailbox
{
    private static readonly Duration Shortest = Duration.FromMinutes(5);

    public required Recipient Recipient { get; init; }

    public required bool IsUrgent { get; init; }

    /// <summary>The number of the latest digest row.</summary>
    public long Sequence { get; init; }

    /// <summary>When the latest digest row is due, while it has not been sent.</summary>
    public Instant? ScheduledAt { get; init; }

    /// <summary>When the latest digest was handed over.</summary>
    public Instant? SentAt { get; init; }

    /// <summary>Digests since the recipient acted last.</summary>
    public int Unanswered { get; init; }

    public string Key => KeyOf(Recipient, IsUrgent);

    public static string KeyOf(Recipient recipient, bool isUrgent) => $"{recipient.Key}/{(isUrgent ? "urgent" : "normal")}";

    /// <summary>The row of the next digest: five minutes after the one before for something new, later for a repetition. This mailbox itself when a row waits that is early enough.</summary>
    public Mailbox Schedule(Instant now, bool isRepeat)
    {
        var due = SentAt is { } sent ? Instant.Max(now, sent + (isRepeat ? Interval() : Shortest)) : now;
        return ScheduledAt <= due ? this : this with { Sequence = Sequence + 1, ScheduledAt = due };
    }

    /// <summary>The digest was handed over.</summary>
    public Mailbox Sent(Instant now) => this with { ScheduledAt = null, SentAt = now, Unanswered = Unanswered + 1 };

    /// <summary>The recipient acted: the interval starts small again.</summary>
    public Mailbox Answered() => Unanswered == 0 ? this : this with { Unanswered = 0 };

    /// <summary>After the n-th digest without an answer: 5, 10, 20, ... minutes.</summary>
    private Duration Interval()
    {
        var grown = Duration.FromMinutes(5L << Math.Clamp(Unanswered - 1, 0, 6));
        var cap = IsUrgent ? Duration.FromMinutes(15) : Duration.FromHours(4);
        return grown < cap ? grown : cap;
    }
}
