using NodaTime;
using SocialOps.Storage;
using SocialOps.Storage.InMemory;
using SocialOps.Testing;
using SocialOps.Testing.Stores;
using SocialOps.Work;

namespace SocialOps.Tests.Storage;

internal sealed class InMemoryFixture : StoreFixture
{
    private readonly InMemoryStore _store;

    public InMemoryFixture() => _store = new(Time);

    public FakeTime Time { get; } = new();

    public override IStore Store => _store;

    public override IWorkQueue Queue => _store;

    public static ValueTask<StoreFixture> OpenAsync() => new(new InMemoryFixture());

    public override ValueTask PassLeaseTimeAsync(Duration length)
    {
        Time.Advance(length);
        return ValueTask.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        _store.Dispose();
        return ValueTask.CompletedTask;
    }
}
