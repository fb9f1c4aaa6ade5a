using BenchmarkDotNet.Attributes;
using NodaTime;
using SocialOps.Crisis;

namespace SocialOps.Benchmarks.Crisis;

/// <summary>One more comment in a thread of a size, and the level read off it. Baseline: keep every comment and count those of the last hours anew.</summary>
[MemoryDiagnoser]
[MinColumn]
public class WaveBenchmarks
{
    private static readonly Instant Start = Instant.FromUtc(2026, 6, 12, 14, 0);
    private List<WaveComment> _all = [];
    private ThreadWave _wave = ThreadWave.None;
    private WaveComment _next = null!;

    [Params(100, 10_000, 150_000)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        _all = [.. Enumerable.Range(0, Size).Select(i => new WaveComment(Start + (Duration.FromHours(64) * ((double)i / Size)), $"author-{i % 997}", i % 3 == 0 ? true : null, i == 0))];
        _wave = _all.Aggregate(ThreadWave.None, (wave, comment) => wave.Add(comment));
        _next = new(Start + Duration.FromHours(64), "next", true, false);
    }

    [Benchmark(Baseline = true)]
    public WaveLevel CountAnew()
    {
        var (hour, window) = (_next.WrittenAt - Duration.FromHours(1), _next.WrittenAt - Duration.FromHours(6));
        var lastHour = _all.Where(c => c.WrittenAt > hour).ToList();
        var recent = _all.Where(c => c.WrittenAt > window).ToList();
        var authors = lastHour.Select(c => c.Author).Distinct(StringComparer.Ordinal).Count();
        var negative = recent.Count(c => c.IsNegative == true) / (double)Math.Max(1, recent.Count(c => c.IsNegative is not null));
        return lastHour.Count >= 10 || (lastHour.Count >= 5 && authors >= 3 && negative >= 0.5) || recent.Count * 2 >= _all.Count ? WaveLevel.RepeatedCriticism : WaveLevel.Calm;
    }

    [Benchmark]
    public WaveLevel AddAndRead() => WaveDetector.Read(WaveSignals.Of(_wave.Add(_next), _next.WrittenAt), new()).Level;
}
