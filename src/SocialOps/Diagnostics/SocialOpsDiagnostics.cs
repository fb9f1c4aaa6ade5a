using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SocialOps.Diagnostics;

/// <summary>The names under which the library traces and counts; listen with OpenTelemetry or any other listener.</summary>
public static class SocialOpsDiagnostics
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "SocialOps";

    internal static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    /// <summary>Work rows that ended or were put off.</summary>
    internal static readonly Counter<long> Handled = Meter.CreateCounter<long>("socialops.work.handled", "{row}", "Work rows that ended or were put off.");

    /// <summary>Inbound deliveries that were stored.</summary>
    internal static readonly Counter<long> Received = Meter.CreateCounter<long>("socialops.inbox.received", "{delivery}", "Inbound deliveries that were stored.");

    /// <summary>Notifications that were handed over.</summary>
    internal static readonly Counter<long> Notified = Meter.CreateCounter<long>("socialops.notifications.sent", "{notification}", "Notifications that were handed over.");

    /// <summary>Posts and replies that were sent.</summary>
    internal static readonly Counter<long> Published = Meter.CreateCounter<long>("socialops.publications.published", "{publication}", "Posts and replies that were sent.");

    /// <summary>Clocks that passed their deadline.</summary>
    internal static readonly Counter<long> Breached = Meter.CreateCounter<long>("socialops.clocks.breached", "{clock}", "Clocks that passed their deadline.");
}
