using SocialOps.Notifications;
using SocialOps.Simulation.Tests.Engine;

namespace SocialOps.Simulation.Tests.World;

/// <summary>A process's way to people.</summary>
internal sealed class DeskDoor(Process process, History history) : INotificationChannel
{
    public string Kind => "*";

    public async ValueTask<NotificationResult> SendAsync(Notification notification, CancellationToken cancellationToken = default)
    {
        await process.StopAsync("tell", false).ConfigureAwait(false);
        var result = history.Chance(8) ? NotificationResult.Failed : history.Chance(4) ? NotificationResult.Unknown : NotificationResult.HandedOver;
        history.Log("desk", $"{notification.Recipient} {result}: {notification.Total} thing(s)");
        return result;
    }
}

/// <summary>The last resort.</summary>
internal sealed class Bell(History history) : IUnattendedSink
{
    public ValueTask RingAsync(TenantId tenant, string subjectId, string reason, CancellationToken cancellationToken = default)
    {
        history.Log("bell", $"{subjectId}: {reason}");
        return history.Chance(10) ? throw new TimeoutException("the bell is down") : ValueTask.CompletedTask;
    }
}

/// <summary>Ids that a replay gives again.</summary>
internal sealed class CountedIds : IIdGenerator
{
    private int _last;

    public string NewId() => $"id{++_last:D3}";
}
