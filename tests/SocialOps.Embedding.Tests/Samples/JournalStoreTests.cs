using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SocialOps.CustomStore;
using SocialOps.DependencyInjection;
using SocialOps.Inbox;
using SocialOps.Storage;
using SocialOps.Testing;
using SocialOps.Tests;
using SocialOps.Work;

namespace SocialOps.Embedding.Tests.Samples;

/// <summary>What the sample store promises beyond the contract: its file.</summary>
public sealed class JournalStoreTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Path => _folder.File("socialops.journal");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Host_StartedAgain_HasTheCaseAndTellsThePeople()
    {
        await using (var first = Services(new FakeDesk()))
        {
            await first.GetRequiredService<SocialOpsStart>().RunAsync();
            var inbox = first.GetRequiredService<ISocialOps>().Default.Inbox;
            await inbox.ReceiveAsync([new InboundDelivery(InboundLine.Format, """{"network":"x","id":"1","at":"2026-06-12T14:00:00Z","author":"anke","text":"Alles kaputt!"}"""u8.ToArray(), TestAgency.Shop)]);
        }

        var desk = new FakeDesk();
        await using var second = Services(desk);
        await second.GetRequiredService<SocialOpsStart>().RunAsync();
        while ((await second.GetRequiredService<IWorkPump>().RunOnceAsync()).Handled > 0)
        {
        }

        (await second.GetRequiredService<ISocialOps>().Default.Cases.QueryOpenAsync()).Items.Should().ContainSingle();
        desk.Names.Should().Contain(n => n.Contains("ada"));
    }

    /// <summary>Every length that a cut line can have: what was acknowledged is there, what was not is not, and nothing in between.</summary>
    [Fact]
    public async Task Open_LastLineCutAnywhere_KeepsWhatWasAcknowledgedBefore()
    {
        await PutAsync("first");
        var whole = File.ReadAllBytes(Path).Length;
        await PutAsync("second");
        var bytes = File.ReadAllBytes(Path);

        for (var length = whole; length < bytes.Length - 1; length++)
        {
            File.WriteAllBytes(Path, bytes[..length]);
            (await IdsAsync()).Should().Equal("first");
        }
    }

    [Fact]
    public async Task Open_LineBeforeTheLastDamaged_IsRefused()
    {
        await PutAsync("first");
        await PutAsync("second");
        var bytes = File.ReadAllBytes(Path);
        bytes[70] ^= 1;
        File.WriteAllBytes(Path, bytes);

        var open = IdsAsync;

        (await open.Should().ThrowAsync<StoreUnavailableException>()).WithMessage("Line 1 of the journal '*' is damaged. Nothing was repaired: restore a backup.");
        File.ReadAllBytes(Path).Should().Equal(bytes, "a damaged file is left to people");
    }

    [Fact]
    public async Task Open_WhileAnotherStoreHasTheFile_IsRefused()
    {
        using var holder = New();
        await holder.OpenAsync();
        using var other = New();

        var open = () => other.OpenAsync().AsTask();

        (await open.Should().ThrowAsync<StoreUnavailableException>()).WithMessage("*One process at a time may use it.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ClearTracesAsync_AfterRemoval_LeavesNoByteOfIt(bool clears)
    {
        using (var store = New())
        {
            await WriteAsync(store, t => t.PutAsync(Record("secret"), 0));
            await WriteAsync(store, t => t.RemoveAsync("kind", "secret", 1));
            await WriteAsync(store, t => t.PutAsync(Record("kept"), 0));
            await (clears ? store.ClearTracesAsync() : ValueTask.CompletedTask);
            await WriteAsync(store, t => t.PutAsync(Record("next"), 0));
        }

        File.ReadAllText(Path).Contains("secret", StringComparison.Ordinal).Should().Be(!clears);
        (await IdsAsync()).Should().Equal("kept", "next");
    }

    private static StoredRecord Record(string id) => new("kind", id, 0, 1, default, "{}"u8.ToArray());

    private static async Task WriteAsync(JournalStore store, Func<IStoreTransaction, ValueTask> write)
    {
        await using var transaction = await store.BeginAsync(TenantId.Default, StoreAccess.Write);
        await write(transaction);
        await transaction.CommitAsync();
    }

    private async Task PutAsync(string id)
    {
        using var store = New();
        await WriteAsync(store, t => t.PutAsync(Record(id), 0));
    }

    private async Task<IEnumerable<string>> IdsAsync()
    {
        using var store = New();
        await using var transaction = await store.BeginAsync(TenantId.Default, StoreAccess.Read);
        return (await transaction.QueryAsync(new("kind"))).Items.Select(r => r.Id);
    }

    private JournalStore New() => new(Path, new FakeTime());

    private ServiceProvider Services(FakeDesk desk) => new ServiceCollection().AddSingleton<TimeProvider>(new FakeTime(Instant.FromUtc(2026, 6, 12, 14, 0)))
        .AddSocialOps(ops => ops.UseJournal(Path).AddAgency(_ => TestAgency.Create()).AddNotificationChannel(_ => desk)).BuildServiceProvider();
}
