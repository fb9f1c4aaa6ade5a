using NodaTime;
using SocialOps.Time.Compiled;

namespace SocialOps.Time;

public sealed partial class BusinessCalendar
{
    /// <summary>Why a deadline is when it is: the same computation as <see cref="Add(Instant, Duration, DeadlineBoundary)"/>, which also tells what it passed.</summary>
    /// <inheritdoc cref="Add(Instant, Duration, DeadlineBoundary)"/>
    public DeadlineExplanation Explain(Instant start, Duration openTime, DeadlineBoundary boundary = DeadlineBoundary.EndOfInterval)
    {
        var pieces = new List<ExplanationPiece>();
        var deadline = Add(start, openTime, boundary, pieces);
        return new() { Start = start, Budget = openTime, Deadline = deadline, Zone = Zone, Pieces = pieces };
    }

    /// <summary>The deadline, and, where somebody asks, every stretch up to it.</summary>
    internal Instant? Add(Instant start, Duration openTime, DeadlineBoundary boundary, List<ExplanationPiece>? trace)
    {
        var deadline = Add(start, openTime, boundary);
        if (deadline is { } end)
        {
            Trace(start, end, trace);
        }

        return deadline;
    }

    /// <summary>The open time in [from, to), and, where somebody asks, every stretch of it. Not negative: <paramref name="to"/> is not before <paramref name="from"/>.</summary>
    internal Duration Between(Instant from, Instant to, List<ExplanationPiece>? trace)
    {
        Trace(from, to, trace);
        return Between(from, to);
    }

    private void Trace(Instant from, Instant to, List<ExplanationPiece>? trace)
    {
        if (trace is null)
        {
            return;
        }

        var (at, end) = (TicksOf(from), TicksOf(to));
        foreach (var open in Forward(at, end))
        {
            TraceClosed(at, Math.Min(open.Start, end), trace);
            at = Math.Max(at, open.Start);
            if (at >= end)
            {
                return;
            }

            trace.Add(new(new(Ticks.ToInstant(at), Ticks.ToInstant(Math.Min(open.End, end))), PieceKind.Open));
            at = Math.Min(open.End, end);
        }

        TraceClosed(at, end, trace);
    }

    private void TraceClosed(long from, long to, List<ExplanationPiece> trace)
    {
        if (from < to)
        {
            trace.AddRange(ClosedSpan.Join(_source.WhyClosed(from, to)).Select(c => c.ToPiece()));
        }
    }
}
