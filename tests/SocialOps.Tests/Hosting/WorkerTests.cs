using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SocialOps.Channels;
using SocialOps.Inbox;
using SocialOps.Notifications;

namespace SocialOps.Tests.Hosting;

public sealed class WorkerTests
{
    [Fact]
    public async Task Start_ReceivedItem_IsAttendedToAndTheStopIsClean()
    {
        var desk = new SignallingDesk();
        using var host = Build(desk, () => TestAgency.Create());
        await host.StartAsync();

        await host.Services.GetRequiredService<ISocialOps>().Default.Inbox.ReceiveAsync([new InboundDelivery(InboundLine.Format, """{"network":"x","id":"1","at":"2026-06-12T14:00:00Z","author":"a","text":"kaputt"}"""u8.ToArray())]);
        var told = await desk.Told.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await host.StopAsync();

        told.Notices.Should().ContainSingle();
    }

    [Fact]
    public async Task Start_AgencyWithMistakes_StopsTheStartWithItsFindings()
    {
        using var host = Build(new SignallingDesk(), () => TestAgency.Create() with { Packages = [] });

        var start = () => host.StartAsync();

        await start.Should().ThrowAsync<InvalidDefinitionException>();
    }

    [Fact]
    public async Task CheckHealth_RunningWorker_IsHealthy()
    {
        using var host = Build(new SignallingDesk(), () => TestAgency.Create());
        var health = host.Services.GetRequiredService<HealthCheckService>();
        var before = await health.CheckHealthAsync();
        await host.StartAsync();

        var after = await health.CheckHealthAsync();
        await host.StopAsync();

        before.Entries["socialops"].Description.Should().Be("The worker has not started.");
        after.Status.Should().Be(HealthStatus.Healthy);
    }

    [Fact]
    public void AddWorker_Twice_AddsOne()
    {
        var services = new ServiceCollection().AddSocialOps(ops => ops.AddWorker().AddWorker());

        services.Count(s => s.ServiceType == typeof(IHostedService)).Should().Be(2, "the worker and the health checks' own publisher");
    }

    private static IHost Build(INotificationChannel desk, Func<SocialOps.Definitions.AgencyDefinition> agency)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(desk).AddSingleton<IPublisher>(new FakeNetwork()).AddSocialOps(ops => ops.UseInMemory().AddAgency(_ => agency()).AddWorker());
        builder.Logging.ClearProviders();
        return builder.Build();
    }

    private sealed class SignallingDesk : INotificationChannel
    {
        public TaskCompletionSource<Notification> Told { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Kind => "*";

        public ValueTask<NotificationResult> SendAsync(Notification notification, CancellationToken cancellationToken = default)
        {
            Told.TrySetResult(notification);
            return new(NotificationResult.HandedOver);
        }
    }
}
