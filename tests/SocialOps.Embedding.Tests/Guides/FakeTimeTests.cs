// snippet: fake-time
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SocialOps;
using SocialOps.DependencyInjection;
using SocialOps.Inbox;
using SocialOps.Notifications;
using SocialOps.Testing;
using SocialOps.Work;

namespace Desk.Tests;

public sealed class FakeTimeTests
{
    [Fact]
    public async Task Complaint_NobodyAnswers_ClimbsToTheNext()
    {
        var (time, phones) = (new FakeTime(Instant.FromUtc(2026, 6, 12, 14, 0)), new RememberingChannel());
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(time)
            .AddSocialOps(ops => ops.UseInMemory().AddAgencyFile(Path.Combine(AppContext.BaseDirectory, "agency.yaml")).AddNotificationChannel(_ => phones)).BuildServiceProvider();
        await services.GetRequiredService<SocialOpsStart>().RunAsync();
        var (ops, pump) = (services.GetRequiredService<ISocialOps>().Default, services.GetRequiredService<IWorkPump>());

        var comment = """{"network":"instagram","id":"1","at":"2026-06-12T14:00:00Z","author":"anke","text":"Mein Paket kam kaputt an."}"""u8.ToArray();
        await ops.Inbox.ReceiveAsync([new InboundDelivery(InboundLine.Format, comment)]);
        await PassAsync(time, pump, Duration.FromMinutes(44));
        Assert.DoesNotContain("lena", phones.Told);

        await PassAsync(time, pump, Duration.FromMinutes(2));
        Assert.Contains("lena", phones.Told);
    }

    /// <summary>Does each due thing at its own instant, then moves on: an hour takes a moment.</summary>
    private static async Task PassAsync(FakeTime time, IWorkPump pump, Duration length)
    {
        for (var end = time.Now + length; ;)
        {
            var turn = await pump.RunOnceAsync();
            if (turn.Handled == 0 && (turn.NextDueAt is not { } next || next > end))
            {
                time.SetUtcNow(end);
                return;
            }

            if (turn.Handled == 0)
            {
                time.SetUtcNow(Instant.Max(turn.NextDueAt!.Value, time.Now));
            }
        }
    }

    /// <summary>Reaches everybody, and remembers whom.</summary>
    private sealed class RememberingChannel : INotificationChannel
    {
        public string Kind => "*";

        public List<string> Told { get; } = [];

        public ValueTask<NotificationResult> SendAsync(Notification notification, CancellationToken cancellationToken = default)
        {
            Told.Add($"{notification.Recipient}");
            return new(NotificationResult.HandedOver);
        }
    }
}
// end snippet
