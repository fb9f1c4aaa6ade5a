using NodaTime;
using SocialOps.People;

namespace SocialOps.Notifications;

/// <summary>Something that one person is to be told.</summary>
public sealed record Notice
{
    /// <summary>The notice's id: the same thing is never told to the same person twice.</summary>
    public required NoticeId Id { get; init; }

    /// <summary>Who is told.</summary>
    public required Recipient Recipient { get; init; }

    /// <summary>What it is about, e.g. the case's id.</summary>
    public required string SubjectId { get; init; }

    /// <summary>One line for people.</summary>
    public required string Text { get; init; }

    /// <summary>Urgent notices have a queue of their own.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>It says again what the recipient was told before: it may wait longer while nothing is answered.</summary>
    public bool IsRepeat { get; init; }

    /// <summary>The case waits to hear that the notice was handed over.</summary>
    public bool ConfirmDelivery { get; init; }

    /// <summary>When it was written.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>When it was handed over.</summary>
    public Instant? DeliveredAt { get; init; }
}
