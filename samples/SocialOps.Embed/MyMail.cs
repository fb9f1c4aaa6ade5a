using SocialOps.Notifications;

/// <summary>Stands for a mail server: it writes to the log whom it would tell.</summary>
internal sealed class MyMail(ILogger<MyMail> log) : INotificationChannel
{
    public string Kind => "*";

    public ValueTask<NotificationResult> SendAsync(Notification notification, CancellationToken cancellationToken = default)
    {
        log.LogInformation("{Recipient} at {Address}: {Text}", notification.Recipient, notification.Address?.Address, notification.Notices[0].Text);
        return new(NotificationResult.HandedOver);
    }
}
