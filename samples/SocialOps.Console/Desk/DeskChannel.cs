using SocialOps.Notifications;

namespace SocialOps.Console.Desk;

/// <summary>Every way to reach people, at this desk: whoever listens hears the digest.</summary>
internal sealed class DeskChannel : INotificationChannel
{
    public string Kind => "*";

    public int SentNow { get; private set; }

    public event Action<Notification>? Told;

    public ValueTask<NotificationResult> SendAsync(Notification notification, CancellationToken cancellationToken = default)
    {
        SentNow++;
        Told?.Invoke(notification);
        return new(NotificationResult.HandedOver);
    }
}
