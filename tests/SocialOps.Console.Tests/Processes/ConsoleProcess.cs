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
    /// <returns>What it said if it ended by itself; <see langword="null"/> for a killed one.</returns>
    public async Task<ConsoleResult?> KillAfterAsync(TimeSpan delay)
    {
        using var alarm = new CancellationTokenSource(delay);
        try
        {
            await _process.WaitForExitAsync(alarm.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
            var killed = await EndAsync();
            return killed.ExitCode == 0 ? killed : null;
        }

        return await EndAsync();
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
