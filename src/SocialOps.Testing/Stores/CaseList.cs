using System.Runtime.CompilerServices;

namespace SocialOps.Testing.Stores;

/// <summary>Collects the cases of the store suite, each named after its method.</summary>
internal sealed class CaseList(Func<ValueTask<StoreFixture>> open)
{
    public List<ConformanceCase> Cases { get; } = [];

    public void Add(Func<StoreFixture, Task> run, [CallerArgumentExpression(nameof(run))] string name = "") => Cases.Add(new(name, async cancellationToken =>
    {
        cancellationToken.ThrowIfCancellationRequested();
        var fixture = await open().ConfigureAwait(false);
        await using (fixture.ConfigureAwait(false))
        {
            await run(fixture).ConfigureAwait(false);
        }
    }));
}
