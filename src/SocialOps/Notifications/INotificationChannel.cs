using NodaTime;
using SocialOps.People;

namespace SocialOps.Notifications;

/// <summary>One way to reach people: mail, SMS, a chat. Told at least once: a doubled reminder is harmless, a lost one is not. Thread-safe.</summary>
public interface INotificationChannel
{
    /// <summary>Which contact methods it serves (<see cref="ContactMethod.Kind"/>); <c>*</c> takes what no other channel does.</summary>
    string Kind { get; }

    /// <summary>Hands one digest over.</summary>
    /// <returns>What became of it; an exception counts as <see cref="NotificationResult.Failed"/>.</returns>
    ValueTask<NotificationResult> SendAsync(Notification notification, CancellationToken cancellationToken = default);
}

/// <summary>What became of a notification.</summary>
public enum NotificationResult
{
    /// <summary>The channel has it.</summary>
    HandedOver,

    /// <summary>The channel does not have it: the next way is tried.</summary>
    Failed,

    /// <summary>It may have it: the next way is tried.</summary>
    Unknown,
}

/// <summary>One digest for one person: everything that waits for them, in one message.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Recipient">Who is told.</param>
/// <param name="Address">Where; <see langword="null"/> when the definitions name no way to reach the recipient.</param>
/// <param name="IsUrgent">Urgent ones come on a queue of their own.</param>
/// <param name="At">When it is sent.</param>
/// <param name="Notices">The first notices, at most 20, oldest first.</param>
/// <param name="Total">How many notices there are.</param>
/// <param name="DedupeKey">The same for every attempt at this digest.</param>
public sealed record Notification(TenantId Tenant, Recipient Recipient, ContactMethod? Address, bool IsUrgent, Instant At, IReadOnlyList<Notice> Notices, int Total, string DedupeKey);
