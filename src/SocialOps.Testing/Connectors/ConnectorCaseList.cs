using System.Runtime.CompilerServices;
using SocialOps.Channels;

namespace SocialOps.Testing.Connectors;

/// <summary>Collects the cases of the connector suite, each named after its method, and tells which cannot run.</summary>
internal sealed class ConnectorCaseList(ConnectorDeclaration declaration, Func<ValueTask<ConnectorFixture>> open)
{
    public List<ConformanceCase> Cases { get; } = [];

    /// <summary>A case that every connector runs.</summary>
    public void Add(Func<ConnectorRun, Task> run, [CallerArgumentExpression(nameof(run))] string name = "") => Add(name, run, null);

    /// <summary>A case that needs a fault.</summary>
    public void AddFault(NetworkFault fault, Func<ConnectorRun, Task> run, [CallerArgumentExpression(nameof(run))] string name = "") => Add(name, run, Impossible(fault));

    /// <summary>A case that needs the network to be asked again, and perhaps a fault.</summary>
    public void AddLookUp(Func<ConnectorRun, Task> run, NetworkFault? fault = null, [CallerArgumentExpression(nameof(run))] string name = "")
        => Add(name, run, declaration.Capabilities.Lookup == PublishLookup.None ? "The connector declares that nothing can be looked up." : Impossible(fault));

    /// <summary>A case that needs the network to refuse a second post itself, and perhaps a fault.</summary>
    public void AddIdempotent(Func<ConnectorRun, Task> run, NetworkFault? fault = null, [CallerArgumentExpression(nameof(run))] string name = "")
        => Add(name, run, declaration.Capabilities.Idempotency == PublishIdempotency.None ? "The connector declares no idempotency." : Impossible(fault));

    private string? Impossible(NetworkFault? fault)
        => fault is { } needed && declaration.CannotProvoke.TryGetValue(needed, out var reason) ? $"{needed} cannot be provoked: {reason}" : null;

    private void Add(string name, Func<ConnectorRun, Task> run, string? skipReason) => Cases.Add(new(name, async cancellationToken =>
    {
        cancellationToken.ThrowIfCancellationRequested();
        var fixture = await open().ConfigureAwait(false);
        await using (fixture.ConfigureAwait(false))
        {
            await run(new(fixture, declaration.Capabilities)).ConfigureAwait(false);
        }
    }, skipReason));
}
