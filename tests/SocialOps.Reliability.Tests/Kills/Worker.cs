using System.Diagnostics;
using System.Globalization;
using SocialOps.KillWorker;

namespace SocialOps.Reliability.Tests.Kills;

/// <summary>A worker as a process of its own, until it is killed.</summary>
internal sealed class Worker : IDisposable
{
    private readonly Process _process;
    private readonly Task<string?> _ready;
    private Task? _listening;
    private volatile string _health = "";

    private Worker(Process process, bool hasFailpoint) => (_process, _ready, HasFailpoint, Id) = (process, process.StandardOutput.ReadLineAsync(), hasFailpoint, process.Id);

    public int Id { get; }

    public bool HasFailpoint { get; }

    /// <summary>What it said last about its health, if it was asked to tell.</summary>
    public string Health => _health;

    public bool HasStarted => _ready.IsCompleted;

    public bool HasEnded => _process.HasExited;

    public static Worker Start(StorePlace place, int port, string clock, string? failpoint, string? bug, IReadOnlyDictionary<string, string>? settings = null, string? program = null)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])[program ?? typeof(Engine).Assembly.Location, place.Kind, place.Where, port.ToString(CultureInfo.InvariantCulture), clock])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["SOCIALOPS_FAILPOINT"] = failpoint ?? "none:0";
        start.Environment["SOCIALOPS_BUG"] = bug;
        start.Environment["SOCIALOPS_POSTGRES"] = place.Kind == "postgres" ? place.ConnectionString : null;
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!, failpoint is not null);
    }

    /// <summary>Waits until it has started, or has ended before.</summary>
    public async Task ReadyAsync()
    {
        if (await _ready.WaitAsync(TimeSpan.FromSeconds(60)) is not null)
        {
            _listening ??= ListenAsync();
        }
    }

    /// <summary>Waits so long for it to end by itself, at its failpoint.</summary>
    public Task<bool> EndsWithinAsync(TimeSpan longest) => Task.Run(() => _process.WaitForExit(longest));

    /// <summary>SIGSTOP: it stands still, with all that it holds, and does not know it.</summary>
    public void Pause() => Signal("STOP");

    /// <summary>SIGCONT: it goes on as if nothing had happened.</summary>
    public void Continue() => Signal("CONT");

    /// <summary>SIGKILL. A worker that has ended by itself otherwise than by its failpoint is a violation of its own.</summary>
    /// <returns>What is wrong with how it ended, or <see langword="null"/>.</returns>
    public string? Kill()
    {
        _process.Kill();
        _process.WaitForExit();
        return _process.ExitCode == 137 ? null : $"a worker ended by itself with {_process.ExitCode}";
    }

    public void Dispose() => _process.Dispose();

    private async Task ListenAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            _health = line;
        }

        _health = "Unhealthy: it has ended.";
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
