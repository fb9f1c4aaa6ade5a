using NodaTime;
using SocialOps.Storage;
using SocialOps.Storage.InMemory;
using SocialOps.Testing;
using SocialOps.Testing.Stores;
using SocialOps.Work;

namespace SocialOps.Tests.Testing;

public sealed class FaultyStoreTests
{
    private static readonly IReadOnlyList<ConformanceCase> Cases = StoreConformance.Cases(() => new(new Fixture(new Script())));

    public static TheoryData<string> Names => [.. Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Store_WithoutFaults_IsTheStoreItStandsBefore(string name) => Cases.Single(c => c.Name == name).RunAsync();

    [Theory]
    [InlineData(StoreFault.NotDone, false)]
    [InlineData(StoreFault.DoneButUnanswered, true)]
    public async Task Commit_WithAFault_FailsAndIsKeptOrNot(StoreFault fault, bool isKept)
    {
        var script = new Script();
        await using var fixture = new Fixture(script);
        script.Faults[StoreStep.Commit] = fault;

        await fixture.Awaiting(f => PutAsync(f.Store)).Should().ThrowAsync<StoreUnavailableException>().WithMessage("*Commit*");

        script.Faults.Clear();
        (await fixture.Store.ReadAsync(TenantId.Default, t => t.FindAsync("case", "a"), default) is not null).Should().Be(isKept);
        await PutAsync(fixture.Store, "b"); // the writer's turn was given back
    }

    [Theory]
    [InlineData(StoreFault.NotDone, 1)]
    [InlineData(StoreFault.DoneButUnanswered, 0)]
    public async Task Claim_WithAFault_FailsAndTheRowsAreTakenOrNot(StoreFault fault, int left)
    {
        var script = new Script();
        await using var fixture = new Fixture(script);
        await fixture.Store.WriteAsync(TenantId.Default, async t => await t.ScheduleAsync(new("k", "s", WorkClass.Normal, Instant.MinValue, "d", default)), default);
        var request = new ClaimRequest("w", Instant.FromUtc(2026, 1, 5, 9, 0), Duration.FromSeconds(30), 10, null, new Dictionary<string, int> { ["k"] = 1 });
        script.Faults[StoreStep.Claim] = fault;

        await fixture.Awaiting(f => f.Queue.ClaimAsync(request).AsTask()).Should().ThrowAsync<StoreUnavailableException>();

        script.Faults.Clear();
        (await fixture.Queue.ClaimAsync(request)).Items.Should().HaveCount(left);
    }

    private static async Task PutAsync(IStore store, string id = "a") => await store.WriteAsync(TenantId.Default, t => t.PutAsync(new StoredRecord("case", id, 0, 1, default, "{}"u8.ToArray()), 0), default);

    private sealed class Script : IStoreFaults
    {
        public Dictionary<StoreStep, StoreFault> Faults { get; } = [];

        public ValueTask<StoreFault> BeforeAsync(StoreStep step) => new(Faults.GetValueOrDefault(step));

        public ValueTask AfterAsync(StoreStep step) => ValueTask.CompletedTask;
    }

    private sealed class Fixture : StoreFixture
    {
        private readonly FakeTime _time = new();
        private readonly InMemoryStore _inner;
        private readonly FaultyStore _store;

        public Fixture(IStoreFaults faults)
        {
            _inner = new(_time);
            _store = new(_inner, _inner, faults);
        }

        public override IStore Store => _store;

        public override IWorkQueue Queue => _store;

        public override ValueTask PassLeaseTimeAsync(Duration length)
        {
            _time.Advance(length);
            return ValueTask.CompletedTask;
        }

        public override ValueTask DisposeAsync()
        {
            _inner.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
