namespace SocialOps.Testing;

/// <summary>One named case of a conformance suite. Each run is on its own and may be repeated; cases may run side by side.</summary>
public sealed class ConformanceCase
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private readonly Func<CancellationToken, Task> _run;

    internal ConformanceCase(string name, Func<CancellationToken, Task> run, string? skipReason = null) => (Name, _run, SkipReason) = (name, run, skipReason);

    /// <summary>What it is about, unique within the suite and the same in every release that has it.</summary>
    public string Name { get; }

    /// <summary>Why the case cannot run, as the implementation's author has declared; <see langword="null"/> when it can. Show it as your test framework shows what it skips.</summary>
    public string? SkipReason { get; }

    /// <summary>Runs the case, for two minutes at most.</summary>
    /// <exception cref="InvalidOperationException">It is to be skipped: what did not run must not look as if it had passed.</exception>
    /// <exception cref="ConformanceException">The implementation does not keep the contract, or does not come to an end.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        if (SkipReason is not null)
        {
            throw new InvalidOperationException($"{Name} is skipped: {SkipReason} Ask {nameof(SkipReason)} before running it.");
        }

        try
        {
            await Task.Run(() => _run(cancellationToken), cancellationToken).WaitAsync(Longest, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            throw new ConformanceException($"{Name}: it does not come to an end; something waits for ever.", e);
        }
        catch (Exception e) when (e is not ConformanceException && !cancellationToken.IsCancellationRequested)
        {
            throw new ConformanceException($"{Name}: {e.GetType().Name} was thrown where nothing should be: {e.Message}", e);
        }
        catch (ConformanceException e)
        {
            throw new ConformanceException($"{Name}: {e.Message}", e);
        }
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
