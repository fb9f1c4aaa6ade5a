using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace SocialOps.Benchmarks;

/// <summary>For work that takes seconds and changes what it works on: one warm-up, five whole runs, in this process.</summary>
internal sealed class FewWholeRuns : ManualConfig
{
    public FewWholeRuns() => AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
        .WithStrategy(RunStrategy.Monitoring).WithWarmupCount(1).WithIterationCount(5).WithInvocationCount(1).WithUnrollFactor(1));
}
