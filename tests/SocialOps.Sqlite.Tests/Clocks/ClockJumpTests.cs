using System.Diagnostics;
using System.Globalization;

namespace SocialOps.Sqlite.Tests.Clocks;

/// <summary>The real system clock jumps by a day back to 400 days ahead, within a process and between two starts. <c>SOCIALOPS_CLOCKS</c> sets how many databases of ten jumps each, <c>SOCIALOPS_SEED</c> repeats them.</summary>
public sealed class ClockJumpTests(ITestOutputHelper output) : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_SystemClockJumps_SendsOnceInTimeAndNothingOnASuspectClock()
    {
        var library = OperatingSystem.IsLinux() ? Directory.GetDirectories("/usr/lib", "*-linux-gnu").Select(d => Path.Combine(d, "faketime", "libfaketimeMT.so.1")).FirstOrDefault(File.Exists) : null;
        Assert.SkipWhen(library is null, "libfaketime is not installed: bash eng/tools.sh.");
        var clock = _folder.File("clock");
        File.WriteAllText(clock, "+0");

        var (code, text) = await StartAsync(new()
        {
            ["LD_PRELOAD"] = library,
            ["FAKETIME_TIMESTAMP_FILE"] = clock,
            ["FAKETIME_NO_CACHE"] = "1",
            ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
            ["DONT_FAKE_MONOTONIC"] = "1",
        }, clock);

        output.WriteLine(text);
        code.Should().Be(0, text);
    }

    private async Task<(int Code, string Text)> StartAsync(Dictionary<string, string?> environment, string clock)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ClockJumpTests).Assembly.Location, ClockProcess.Argument, _folder.Path, clock, $"{Number("SOCIALOPS_CLOCKS", 3)}", $"{Number("SOCIALOPS_SEED", Random.Shared.Next(1_000_000))}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, text + await errors);
    }

    private static int Number(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : usual;
}
