using NodaTime;
using SocialOps.CustomStore;
using SocialOps.Storage;
using SocialOps.Testing;
using SocialOps.Testing.Stores;
using SocialOps.Work;

namespace SocialOps.Embedding.Tests.Samples;

// snippet: store-tests
public sealed class JournalConformanceTests
{
    private static readonly IReadOnlyList<ConformanceCase> Cases = StoreConformance.Cases(() => new(new JournalFixture()));

    public static TheoryData<string> Names => [.. Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Store_ConformanceCase_Holds(string name) => Cases.Single(c => c.Name == name).RunAsync();
}
// end snippet

// snippet: store-fixture
internal sealed class JournalFixture : StoreFixture
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly FakeTime _time = new();
    private JournalStore _store;

    public JournalFixture() => _store = New();

    public override IStore Store => _store;

    public override IWorkQueue Queue => _store;

    public override ValueTask PassLeaseTimeAsync(Duration length)
    {
        _time.Advance(length);
        return ValueTask.CompletedTask;
    }

    public override ValueTask<bool> ReopenAsync()
    {
        _store.Dispose();
        _store = New();
        return new(true);
    }

    public override ValueTask DisposeAsync()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private JournalStore New() => new(Path.Combine(_folder, "socialops.journal"), _time);
}
// end snippet
