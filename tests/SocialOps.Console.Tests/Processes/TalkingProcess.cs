using System.Diagnostics;

namespace SocialOps.Console.Tests.Processes;

/// <summary>A console that is talked to: what it says is waited for line by line.</summary>
internal sealed class TalkingProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly List<string> _said = [];

    private TalkingProcess(Process process)
    {
        _process = process;
        process.StandardError.ReadToEndAsync();
    }

    public StreamWriter Input => _process.StandardInput;

    public static TalkingProcess Start(params IEnumerable<string> arguments) => new(ConsoleProcess.Launch(arguments));

    /// <summary>Waits until it says something.</summary>
    public async Task SaysAsync(string text)
    {
        using var alarm = new CancellationTokenSource(Patience);
        while (await _process.StandardOutput.ReadLineAsync(alarm.Token) is { } line)
        {
            _said.Add(line);
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException($"It ended without saying '{text}'. It said:{Environment.NewLine}{string.Join(Environment.NewLine, _said)}");
    }

    public async Task<int> ExitCodeAsync()
    {
        await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
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
