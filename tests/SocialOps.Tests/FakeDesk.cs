using SocialOps.Notifications;

namespace SocialOps.Tests;

/// <summary>Every way to reach people; remembers who was told what.</summary>
internal sealed class FakeDesk : INotificationChannel
{
    public string Kind => "*";

    public List<Notification> Told { get; } = [];

    public NotificationResult Answer { get; set; } = NotificationResult.HandedOver;

    public IEnumerable<string> Names => Told.Select(t => t.Recipient.ToString()!);

    public ValueTask<NotificationResult> SendAsync(Notification notification, CancellationToken cancellationToken = default)
    {
        if (Answer == NotificationResult.HandedOver)
        {
            Told.Add(notification);
        }

        return new(Answer);
    }
}

/// <summary>The last resort; remembers who rang.</summary>
internal sealed class FakeSink : IUnattendedSink
{
    public List<string> Rings { get; } = [];

    public bool Fails { get; set; }

    public ValueTask RingAsync(TenantId tenant, string subjectId, string reason, CancellationToken cancellationToken = default)
    {
        if (Fails)
        {
            throw new TimeoutException("the bell is down");
        }

        Rings.Add(reason);
        return ValueTask.CompletedTask;
    }
}
