using BenchmarkDotNet.Attributes;
using NodaTime;
using SocialOps.Time;

namespace SocialOps.Benchmarks.Time;

/// <summary>From a definition to its first answer: one block of 325.8 days compiled. And as many blocks as a calendar-year touches.</summary>
[MemoryDiagnoser]
[MinColumn]
public class CompileBenchmarks
{
    private readonly Instant _start = Instant.FromUtc(2026, 6, 1, 0, 0);
    private readonly CalendarDefinition _definition = Samples.Office;

    [Benchmark(Baseline = true)]
    public bool OneBlock() => BusinessCalendar.Compile(_definition).IsOpen(_start);

    [Benchmark]
    public BusinessCalendar DefinitionOnly() => BusinessCalendar.Compile(_definition);

    [Benchmark]
    public Duration TenYears() => BusinessCalendar.Compile(_definition).Between(_start, _start + Duration.FromDays(3650));
}
