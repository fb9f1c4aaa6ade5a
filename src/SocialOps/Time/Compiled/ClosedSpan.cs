using NodaTime;

namespace SocialOps.Time.Compiled;

/// <summary>A closed stretch with its reason, half-open [start, end), in ticks.</summary>
internal readonly record struct ClosedSpan(long Start, long End, PieceKind Kind, string? German = null, string? English = null)
{
    public ExplanationPiece ToPiece() => new(new Interval(Ticks.ToInstant(Start), Ticks.ToInstant(End)), Kind, German, English);

    /// <summary>Joins neighbours that say the same.</summary>
    public static List<ClosedSpan> Join(IEnumerable<ClosedSpan> spans)
    {
        var result = new List<ClosedSpan>();
        foreach (var span in spans)
        {
            if (result.Count > 0 && result[^1] is var last && last.End == span.Start && last with { Start = span.Start, End = span.End } == span)
            {
                result[^1] = last with { End = span.End };
            }
            else
            {
                result.Add(span);
            }
        }

        return result;
    }
}
