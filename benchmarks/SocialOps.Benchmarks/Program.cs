using BenchmarkDotNet.Running;
using SocialOps.Benchmarks.Flood;

switch (args)
{
    case ["flood", .. var rest]:
        await FloodRun.RunAsync(rest);
        break;
    case ["storm", .. var rest]:
        await StormRun.RunAsync(rest);
        break;
    case ["failover", .. var rest]:
        await FailoverRun.RunAsync(rest);
        break;
    case ["flood-worker", var target]:
        await FloodHost.WorkAsync(target);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
