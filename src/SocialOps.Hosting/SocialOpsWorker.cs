using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using SocialOps.DependencyInjection;
using SocialOps.Work;

namespace SocialOps.Hosting;

/// <summary>Turns the pump while the host runs: at once when there is work, otherwise when the next row is due, at the latest every five seconds.</summary>
internal sealed class SocialOpsWorker(SocialOpsStart start, IWorkPump pump, AuditSeals seals, WorkSignal signal, TimeProvider time, WorkerHeartbeat heartbeat, ILogger<SocialOpsWorker> log) : BackgroundService
{
    private static readonly Duration ShortestRest = Duration.FromMilliseconds(1);
    private static readonly Duration LongestRest = Duration.FromSeconds(5);

    /// <summary>Opens the store and takes the agency in before the host has started: a mistake stops the start with its findings.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await start.RunAsync(cancellationToken).ConfigureAwait(false);
        heartbeat.Beat();
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        log.Started();
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var turn = await pump.RunOnceAsync(stoppingToken).ConfigureAwait(false);
                heartbeat.Beat();
                failures = 0;
                await seals.AfterAsync(turn, stoppingToken).ConfigureAwait(false);
                if (turn.Handled == 0)
                {
                    await signal.WaitAsync(RestUntil(turn.NextDueAt), stoppingToken).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (StoreUnavailableException exception)
            {
                heartbeat.Fail(exception.Message);
                log.StoreUnavailable(exception);
                await RestAfterAsync(++failures, stoppingToken).ConfigureAwait(false);
            }
        }

        log.Stopped();
    }

    private Duration RestUntil(Instant? due) => due is { } at
        ? Duration.Max(ShortestRest, Duration.Min(LongestRest, at - Instant.FromDateTimeOffset(time.GetUtcNow())))
        : LongestRest;

    /// <summary>1, 2, 4, ... at most 30 seconds, with jitter so that several workers do not come back at once.</summary>
    private async Task RestAfterAsync(int failures, CancellationToken cancellationToken)
    {
        var seconds = Math.Min(30, 1 << Math.Min(failures - 1, 5));
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds * (0.75 + (Random.Shared.NextDouble() / 2))), time, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The host stops: the loop ends.
        }
    }
}
