using System.Globalization;

namespace SocialOps.Sqlite.Tests.Clocks;

/// <summary>A process whose system clock jumps: libfaketime reads the offset from a file at each question; the monotonic clock goes on as it is.</summary>
internal static class ClockProcess
{
    public const string Argument = "--clocks";

    public static async Task<int> RunAsync(string folder, string clock, string runs, string seed)
    {
        var (count, first) = (int.Parse(runs, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture));
        var (jumps, back, ahead, starts, sent) = (0, 0, 0, 0, 0);
        for (var run = first; run < first + count; run++)
        {
            var one = new ClockRun(Path.Combine(folder, $"{run}.db"), clock, new Random(run));
            try
            {
                await one.RunAsync();
            }
            catch (Exception exception)
            {
                Console.WriteLine($"Seed {run}, after {one}: {exception}");
                return 1;
            }

            (jumps, back, ahead, starts, sent) = (jumps + one.Back + one.Ahead, back + one.Back, ahead + one.Ahead, starts + one.Starts, sent + one.Sent);
        }

        Console.WriteLine($"clocks: {count} databases, {jumps} jumps ({back} back, {ahead} ahead of more than five minutes), {starts} starts, {sent} replies sent, 0 early, 0 twice, 0 held up by a clock that went back, 0 violations (seed {first})");
        return 0;
    }
}
