namespace SocialOps.OnCall.Engine;

/// <summary>How a schedule repeats.</summary>
internal sealed partial class DutyModel
{
    private readonly Lazy<long?> period;
    private long[]? dated;

    /// <summary>After so many ticks the answers repeat, while nothing dated lies between and no zone changes; <see langword="null"/> if they do not (months) or too late.</summary>
    internal long? Period => period.Value;

    /// <summary>The zones whose changes change answers.</summary>
    internal IEnumerable<ZoneClock> Clocks => Enumerable.Range(0, People.Count).Select(i => People[i].Clock).Prepend(Clock).Distinct();

    private long[] Dated => dated ??=
    [
        .. Layers.SelectMany(layer => layer.Edges)
            .Concat(ExceptionIndex.Ends.ToArray())
            .Concat(Enumerable.Range(0, People.Count).SelectMany(i => People[i].Away.Ends.ToArray().Concat(People[i].Dated.Edges)))
            .Distinct().Order(),
    ];

    /// <summary>The next begin or end of anything dated after an instant, and how many came up to it.</summary>
    internal (long Next, int Passed) NextDated(long instant)
    {
        var passed = Ticks.CountUpTo(Dated, instant);
        return (passed < Dated.Length ? Dated[passed] : long.MaxValue, passed);
    }
}
