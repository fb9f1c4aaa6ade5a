using NodaTime;

namespace SocialOps.OnCall.Calendars;

/// <summary>One event of a feed: a duty between two instants, or an absence of whole days.</summary>
/// <param name="Uid">Stable: made from schedule, layer and turn, not from times.</param>
/// <param name="Summary">What people read.</param>
/// <param name="From">The first instant; of whole days their start in the feed's zone.</param>
/// <param name="To">The first instant after it.</param>
public sealed record CalendarEvent(string Uid, string Summary, Instant From, Instant To)
{
    /// <summary>The first day of an absence of whole days; <see langword="null"/> for a duty.</summary>
    public LocalDate? FirstOn { get; init; }

    /// <summary>The last day of an absence of whole days, inclusive.</summary>
    public LocalDate? LastOn { get; init; }

    /// <summary>Counts the changes that readers have seen.</summary>
    public int Sequence { get; init; }

    /// <summary>When it changed last.</summary>
    public Instant ChangedAt { get; init; }

    /// <summary>It was in the feed and is not any more.</summary>
    public bool IsCancelled { get; init; }

    internal bool SaysTheSameAs(CalendarEvent other) => this with { Sequence = 0, ChangedAt = default } == other with { Sequence = 0, ChangedAt = default };
}
