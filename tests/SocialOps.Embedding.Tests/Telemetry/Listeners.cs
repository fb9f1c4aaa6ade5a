using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using SocialOps.Diagnostics;

namespace SocialOps.Embedding.Tests.Telemetry;

/// <summary>Hears every count and every activity of the library.</summary>
internal sealed class Listeners : IDisposable
{
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _activities;

    public Listeners()
    {
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == SocialOpsDiagnostics.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Counted.Enqueue((instrument.Name, tags.ToArray())));
        _meters.Start();
        _activities = new() { ShouldListenTo = s => s.Name == SocialOpsDiagnostics.Name, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded, ActivityStopped = Done.Enqueue };
        ActivitySource.AddActivityListener(_activities);
    }

    public ConcurrentQueue<(string Name, KeyValuePair<string, object?>[] Tags)> Counted { get; } = new();

    public ConcurrentQueue<Activity> Done { get; } = new();

    public void Dispose()
    {
        _meters.Dispose();
        _activities.Dispose();
    }
}
