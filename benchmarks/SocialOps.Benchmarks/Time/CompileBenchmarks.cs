using BenchmarkDotNet.Attributes;
using NodaTime;
using SocialOps.Time;

namespace SocialOps.Benchmarks.Time;

/// <summary>From a definition to its first answer: one block of 325.8 days compiled. And as many blocks as a calendar-year touches.</summary>
[MemoryDiagnoser]
public class CompileBenchmarks
{
    private static readonly Instant Start = Instant.FromUtc(2026, 6, 1, 0, 0);

    [Benchmark(Baseline = true)]
    public bool OneBlock() => BusinessCalendar.Compile(Samples.Office).IsOpen(Start);

    [Benchmark]
    public BusinessCalendar DefinitionOnly() => BusinessCalendar.Compile(Samples.Office);

    [Benchmark]
    public Duration TenYears() => BusinessCalendar.Compile(Samples.Office).Between(Start, Start + Duration.FromDays(3650));
}
