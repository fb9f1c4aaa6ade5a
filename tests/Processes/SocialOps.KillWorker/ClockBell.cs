using Microsoft.Extensions.Hosting;
using SocialOps.FakeNetwork;
using SocialOps.Work;

namespace SocialOps.KillWorker;

/// <summary>Wakes the worker when the shared clock was moved: its timers keep to real time.</summary>
internal sealed class ClockBell(SharedClock clock, WorkSignal signal) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var seen = clock.Offset; !stoppingToken.IsCancellationRequested; await Task.Delay(4, stoppingToken))
        {
            if (clock.Offset != seen)
            {
                seen = clock.Offset;
                signal.Ring();
            }
        }
    }
}
