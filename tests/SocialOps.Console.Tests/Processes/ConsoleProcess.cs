using System.Diagnostics;
using System.Text.Json;

namespace SocialOps.Console.Tests.Processes;

/// <summary>The built console as a process of its own, as a user starts it.</summary>
internal sealed class ConsoleProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private ConsoleProcess(Process process)
        => (_process, _output, _errors) = (process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());

    public static string SampleAgency { get; } = Path.Combine(AppContext.BaseDirectory, "agencies", "studio-nord.yaml");

    public static ConsoleProcess Start(params IEnumerable<string> arguments) => new(Launch(arguments));

    internal static Process Launch(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "SocialOps.Console.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<ConsoleResult> RunAsync(params IEnumerable<string> arguments)
    {
        using var process = Start(arguments);
        return await process.EndAsync();
    }

    public async Task<ConsoleResult> EndAsync()
    {
        await _process.WaitForExitAsync();
        return new(_process.ExitCode, await _output, await _errors);
    }

    /// <summary>Waits so long for its end, then kills it (SIGKILL).</summary>
    /// <param name="delay">How long.</param>
    /// <param name="written">A file: after the delay the next write to it is the moment, if one comes within a second.</param>
    /// <returns>What it said if it ended by itself; <see langword="null"/> for a killed one.</returns>
    public async Task<ConsoleResult?> KillAfterAsync(TimeSpan delay, string? written = null)
    {
        var ended = _process.WaitForExitAsync();
        if (await Task.WhenAny(ended, Task.Delay(delay)) != ended && written is not null)
        {
            using var watcher = new FileSystemWatcher(Path.GetDirectoryName(written)!, Path.GetFileName(written));
            watcher.Changed += (_, _) => _process.Kill();
            watcher.EnableRaisingEvents = true;
            await Task.WhenAny(ended, Task.Delay(TimeSpan.FromSeconds(1)));
        }

        _process.Kill();
        var result = await EndAsync();
        return result.ExitCode == 0 ? result : null;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}

/// <summary>How a process ended and what it said.</summary>
internal sealed record ConsoleResult(int ExitCode, string Output, string Errors)
{
    /// <summary>The output as the JSON that <c>--json</c> promises.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;
}
