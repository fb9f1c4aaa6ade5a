using BenchmarkDotNet.Attributes;
using NodaTime;
using SocialOps.Time;

namespace SocialOps.Benchmarks.Time;

/// <summary>Deadlines on many different calendars in random order: what the caches make of it.</summary>
[MemoryDiagnoser]
[MinColumn]
public class ManyCalendarsBenchmarks
{
    private const int Count = 65_536;
    private readonly int[] _order = new int[Count];
    private readonly Instant[] _starts = new Instant[Count];
    private BusinessCalendar[] _calendars = [];

    [Params(1, 100, 10_000)]
    public int Calendars { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _calendars = [.. Enumerable.Range(0, Calendars).Select(i => BusinessCalendar.Compile(Samples.Definition(i)))];
        var random = new Random(7);
        for (var i = 0; i < Count; i++)
        {
            _order[i] = random.Next(Calendars);
            _starts[i] = Instant.FromUtc(2026, 3, 1, 0, 0) + Duration.FromTicks(random.NextInt64(200 * NodaConstants.TicksPerDay));
        }

        foreach (var calendar in _calendars)
        {
            calendar.Add(_starts[0], Duration.FromHours(8));
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public long Add()
    {
        var sum = 0L;
        for (var i = 0; i < Count; i++)
        {
            sum += _calendars[_order[i]].Add(_starts[i], Duration.FromHours(8))!.Value.ToUnixTimeTicks();
        }

        return sum;
    }
}
