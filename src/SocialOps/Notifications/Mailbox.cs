using NodaTime;
using SocialOps.People;

namespace SocialOps.Notifications;

/// <summary>When a recipient is told next: at most one digest every five minutes, rarer while none is answered.</summary>
internal sealed record Mailbox
{
    public required Recipient Recipient { get; init; }

    public required bool IsUrgent { get; init; }

    /// <summary>The number of the latest digest row.</summary>
    public long Sequence { get; init; }

    /// <summary>When the latest digest row is due, while it has not been sent.</summary>
    public Instant? ScheduledAt { get; init; }

    /// <summary>Not before this instant again.</summary>
    public Instant? NextAllowedAt { get; init; }

    /// <summary>Digests since the recipient acted last.</summary>
    public int Unanswered { get; init; }

    public string Key => KeyOf(Recipient, IsUrgent);

    public static string KeyOf(Recipient recipient, bool isUrgent) => $"{recipient.Key}/{(isUrgent ? "urgent" : "normal")}";

    /// <summary>The next digest row, or this mailbox itself when one waits already.</summary>
    public Mailbox Schedule(Instant now) => ScheduledAt is not null
        ? this
        : this with { Sequence = Sequence + 1, ScheduledAt = NextAllowedAt is { } allowed ? Instant.Max(now, allowed) : now };

    /// <summary>The digest was handed over.</summary>
    public Mailbox Sent(Instant now) => this with { ScheduledAt = null, NextAllowedAt = now + Interval(), Unanswered = Unanswered + 1 };

    /// <summary>The recipient acted: the interval starts small again.</summary>
    public Mailbox Answered() => Unanswered == 0 ? this : this with { Unanswered = 0 };

    private Duration Interval()
    {
        var grown = Duration.FromMinutes(5L << Math.Min(Unanswered, 6));
        var cap = IsUrgent ? Duration.FromMinutes(15) : Duration.FromHours(4);
        return grown < cap ? grown : cap;
    }
}
