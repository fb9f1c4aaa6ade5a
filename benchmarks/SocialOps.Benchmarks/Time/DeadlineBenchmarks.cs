using BenchmarkDotNet.Attributes;
using NodaTime;
using SocialOps.Time;

namespace SocialOps.Benchmarks.Time;

/// <summary>One deadline on a warm calendar: Monday to Friday, 09:00-12:00 and 13:00-18:00, Berlin, Hamburg's holidays. Baselines: binary search over the same intervals, and a plain walk over days.</summary>
[MemoryDiagnoser]
[MinColumn]
public class DeadlineBenchmarks
{
    private const int Count = 4096;
    private readonly Instant[] _starts = new Instant[Count];
    private readonly Duration[] _budgets = new Duration[Count];
    private BusinessCalendar _calendar = null!;
    private BinarySearchCalendar _search = null!;
    private DayWalkCalendar _walk = null!;

    [GlobalSetup]
    public void Setup()
    {
        var definition = Samples.Office;
        _calendar = BusinessCalendar.Compile(definition);
        _walk = new DayWalkCalendar(definition);
        var first = Instant.FromUtc(2026, 1, 1, 0, 0);
        _search = new BinarySearchCalendar(_calendar, first, first + Duration.FromDays(3 * 365));
        var random = new Random(7);
        for (var i = 0; i < Count; i++)
        {
            _starts[i] = first + Duration.FromTicks(random.NextInt64(365 * NodaConstants.TicksPerDay));
            _budgets[i] = Duration.FromMinutes(random.Next(1, 40 * 60));
            if (_calendar.Add(_starts[i], _budgets[i]) is var due && (due != _search.Add(_starts[i], _budgets[i]) || due != _walk.Add(_starts[i], _budgets[i])))
            {
                throw new InvalidOperationException($"The baselines disagree at {_starts[i]} + {_budgets[i]}.");
            }
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public long Add()
    {
        var sum = 0L;
        for (var i = 0; i < Count; i++)
        {
            sum += _calendar.Add(_starts[i], _budgets[i])!.Value.ToUnixTimeTicks();
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public long Between()
    {
        var sum = 0L;
        for (var i = 1; i < Count; i++)
        {
            sum += _calendar.Between(_starts[i - 1], _starts[i]).BclCompatibleTicks;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int IsOpen()
    {
        var sum = 0;
        for (var i = 0; i < Count; i++)
        {
            sum += _calendar.IsOpen(_starts[i]) ? 1 : 0;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public long BinarySearch()
    {
        var sum = 0L;
        for (var i = 0; i < Count; i++)
        {
            sum += _search.Add(_starts[i], _budgets[i])!.Value.ToUnixTimeTicks();
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public long DayWalk()
    {
        var sum = 0L;
        for (var i = 0; i < Count; i++)
        {
            sum += _walk.Add(_starts[i], _budgets[i])!.Value.ToUnixTimeTicks();
        }

        return sum;
    }
}
