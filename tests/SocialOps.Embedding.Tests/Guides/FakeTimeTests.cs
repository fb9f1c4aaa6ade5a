using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SocialOps.DependencyInjection;
using SocialOps.Inbox;
using SocialOps.Testing;
using SocialOps.Tests;
using SocialOps.Work;

namespace SocialOps.Embedding.Tests.Guides;

public sealed class FakeTimeTests
{
    // snippet: fake-time
    [Fact]
    public async Task Complaint_NobodyAnswersWithinTheHour_TellsTheDeputy()
    {
        var (time, mail) = (new FakeTime(Instant.FromUtc(2026, 6, 12, 14, 0)), new FakeDesk());
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(time)
            .AddSocialOps(ops => ops.UseInMemory().AddAgency(_ => TestAgency.Create()).AddNotificationChannel(_ => mail)).BuildServiceProvider();
        await services.GetRequiredService<SocialOpsStart>().RunAsync();
        var (ops, pump) = (services.GetRequiredService<ISocialOps>().Default, services.GetRequiredService<IWorkPump>());

        var comment = """{"network":"x","id":"1","at":"2026-06-12T14:00:00Z","author":"anke","text":"Alles kaputt!"}"""u8.ToArray();
        await ops.Inbox.ReceiveAsync([new InboundDelivery(InboundLine.Format, comment, TestAgency.Shop)]);
        await PassAsync(time, pump, Duration.FromMinutes(61));

        mail.Names.Should().Contain(n => n.Contains("ada")).And.Contain(n => n.Contains("ben"));
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
    // end snippet
}
