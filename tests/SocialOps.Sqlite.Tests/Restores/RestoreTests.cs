using NodaTime;
using SocialOps.Channels;
using SocialOps.Incidents;
using SocialOps.Privacy;
using SocialOps.Publishing;
using SocialOps.Tests;
using SocialOps.Tests.Publishing;

namespace SocialOps.Sqlite.Tests.Restores;

/// <summary>A restored backup has forgotten what went out and who was erased; the recovery journal has not (reliability F30).</summary>
public sealed class RestoreTests(ITestOutputHelper output) : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_SentAfterTheBackup_IsFoundAndNotSentAgain()
    {
        await using var ops = await RestoredAsync(new RestoredOps(_folder), Duration.FromDays(3));

        await ops.PassAsync(Duration.FromHours(1));

        ops.Network.Requests.Should().Be(1, "what went out after the backup is only looked for");
        var publication = (await PublicationsAsync(ops)).Should().ContainSingle().Which;
        publication.State.Should().Be(PublicationState.Published);
        publication.ExternalId.Should().Be(publication.IdempotencyKey);
        var incident = (await ops.Ops.Incidents.QueryOpenAsync()).Items.Should().ContainSingle().Which;
        incident.Kind.Should().Be(IncidentKind.RestoredDatabase);
        incident.Summary.Should().Contain("1 send(s) that it had forgotten are looked for");
    }

    [Fact]
    public async Task Start_WithoutAJournal_SendsTwice()
    {
        await using var ops = await RestoredAsync(new RestoredOps(_folder, withJournal: false), Duration.FromDays(3));

        await ops.PassAsync(Duration.FromHours(1));

        ops.Network.Requests.Should().Be(2, "this is what the journal is for");
    }

    [Fact]
    public async Task Start_NetworkCannotBeSearched_AsksAPerson()
    {
        var database = new RestoredOps(_folder);
        await using var ops = await RestoredAsync(database, Duration.FromMinutes(5), network => network.Capabilities = network.Capabilities with { Lookup = PublishLookup.None });

        await ops.PassAsync(Duration.FromHours(1));

        ops.Network.Requests.Should().Be(1);
        (await PublicationsAsync(ops)).Should().ContainSingle().Which.State.Should().Be(PublicationState.NeedsHuman);
        (await ops.Ops.Incidents.QueryOpenAsync()).Items.Select(i => i.Kind).Should().BeEquivalentTo([IncidentKind.RestoredDatabase, IncidentKind.UnclearPublication]);
    }

    [Fact]
    public async Task Start_RequestNeverArrived_IsSentAgainAfterTheSettleWindow()
    {
        var database = new RestoredOps(_folder);
        await using var ops = await RestoredAsync(database, Duration.Zero, network => network.Fault = _ => (false, new PublishResult.OutcomeUnknown("timeout")));

        ops.Network.Fault = null;
        await ops.PassAsync(Duration.FromMinutes(15));
        ops.Network.Posts.Should().BeEmpty("the network may still take it");
        await ops.PassAsync(Duration.FromHours(2));

        ops.Network.Posts.Should().ContainSingle();
    }

    [Fact]
    public async Task Start_PublicationWasMadeAfterTheBackup_IsNamedToPeople()
    {
        var database = new RestoredOps(_folder);
        var before = await database.StartAsync();
        var waiting = await before.ReceiveAsync("Mein Rad ist kaputt.");
        database.Backup();
        await before.Ops.Cases.ReplyAsync(waiting.Id, TestOps.Ada, "Das tut uns leid.");
        await before.DrainAsync();
        var publication = (await PublicationsAsync(before)).Single();
        await using var ops = await database.RestoreAsync(before);

        (await ops.Ops.Incidents.QueryOpenAsync()).Items.Should().ContainSingle().Which.Summary.Should().Contain($"1 send(s) of publications that it does not have: {publication.Id}");
    }

    [Fact]
    public async Task Start_HeldInTheBackupAndSentSince_IsLookedFor()
    {
        var database = new RestoredOps(_folder);
        var before = await EditorialOps.StartAsync(store: database.Store);
        await before.ApproveAsync(await before.SubmitAsync(await before.WriteAsync()));
        await before.Tenant.Publications.Freezes.FreezeAsync(FreezeScope.All, TestOps.Ben, "Look first.");
        await before.Ops.PassAsync(before.Slot - before.Ops.Time.Now + Duration.FromMinutes(1));
        var held = (await before.Tenant.Publications.QueryUnfinishedAsync()).Items.Should().ContainSingle().Which;
        held.State.Should().Be(PublicationState.Held);
        database.Backup();
        await before.Tenant.Publications.Freezes.LiftAsync(FreezeScope.All, TestOps.Ben);
        await before.Tenant.Publications.ReconfirmAsync(held.Id, TestOps.Ben);
        await before.Ops.DrainAsync();
        before.Ops.Network.Requests.Should().Be(1);
        await before.DisposeAsync();
        database.Restore();

        await using var ops = await EditorialOps.StartAsync(store: database.Store, beside: before);
        await ops.Ops.PassAsync(Duration.FromHours(1));

        ops.Ops.Network.Requests.Should().Be(1);
        (await ops.Tenant.Publications.FindAsync(held.Id))!.State.Should().Be(PublicationState.Published);
        (await ops.Tenant.Incidents.QueryOpenAsync()).Items.Should().ContainSingle().Which.Kind.Should().Be(IncidentKind.RestoredDatabase);
    }

    [Fact]
    public async Task Start_AgainAfterTheRestore_TellsNothingAnew()
    {
        var database = new RestoredOps(_folder);
        var restored = await RestoredAsync(database, Duration.FromMinutes(5));
        await restored.Ops.Incidents.CloseAsync((await restored.Ops.Incidents.QueryOpenAsync()).Items.Single().Id, TestOps.Ada, "Seen.");
        await restored.PassAsync(Duration.FromMinutes(1));
        await restored.DisposeAsync();

        await using var again = await database.StartAsync(restored);

        (await again.Ops.Incidents.QueryOpenAsync()).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Start_NothingWasRestored_TellsNothing()
    {
        var database = new RestoredOps(_folder);
        var before = await database.StartAsync();
        var waiting = await before.ReceiveAsync("Mein Rad ist kaputt.");
        await before.Ops.Cases.ReplyAsync(waiting.Id, TestOps.Ada, "Das tut uns leid.");
        await before.DrainAsync();
        await before.DisposeAsync();

        await using var again = await database.StartAsync(before);

        (await again.Ops.Incidents.QueryOpenAsync()).Items.Should().BeEmpty();
        (await PublicationsAsync(again)).Single().State.Should().Be(PublicationState.Published);
    }

    [Fact]
    public async Task Start_ErasedAfterTheBackup_IsErasedAgain()
    {
        var database = new RestoredOps(_folder);
        var before = await database.StartAsync();
        await before.ReceiveAsync("Mein Rad ist kaputt, zyxkanari.", author: "Kanari Zwq");
        await before.ReceiveAsync("Meins auch.", author: "anke");
        database.Backup();
        await before.Ops.Customers.EraseAsync(new CustomerHandle(TestAgency.Shop, "x", "Kanari Zwq"), TestOps.Ada);
        Directory.GetFiles(database.Journal).SelectMany(File.ReadAllLines).Should().ContainSingle().Which.Should().NotContain("Kanari").And.NotContain("Zwq");
        var ops = await database.RestoreAsync(before);

        (await ops.Ops.Customers.QueryHistoryAsync(new(TestAgency.Shop, "x", "Kanari Zwq"))).Items.Should().BeEmpty();
        (await ops.Ops.Customers.QueryHistoryAsync(new(TestAgency.Shop, "x", "anke"))).Items.Should().ContainSingle();
        (await ops.Ops.Incidents.QueryOpenAsync()).Items.Should().ContainSingle().Which.Summary.Should().Contain("1 erasure(s) were done again");
        await ops.DisposeAsync();
        var bytes = Directory.GetFiles(_folder.Path, "restored-1.db*").Select(File.ReadAllBytes).ToList();
        bytes.Should().NotBeEmpty();
        bytes.Select(System.Text.Encoding.Latin1.GetString).Should().OnlyContain(b => !b.Contains("zyxkanari", StringComparison.Ordinal) && !b.Contains("Kanari", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_JournalDoesNotTakeIt_IsPutOff()
    {
        var database = new RestoredOps(_folder);
        await using var ops = await database.StartAsync();
        var waiting = await ops.ReceiveAsync("Mein Rad ist kaputt.");
        File.WriteAllText(database.Journal, "a file where the folder should be");
        await ops.Ops.Cases.ReplyAsync(waiting.Id, TestOps.Ada, "Das tut uns leid.");
        await ops.DrainAsync();
        ops.Network.Requests.Should().Be(0);
        (await PublicationsAsync(ops)).Single().Reason.Should().Contain("The recovery journal did not take it");

        File.Delete(database.Journal);
        await ops.PassAsync(Duration.FromMinutes(2));

        ops.Network.Requests.Should().Be(1);
    }

    [Theory]
    [InlineData("{\"At\":\"2026-06-12T14:00:00Z\",\"Kind\":\"Sent\",\"Ten", null)]
    [InlineData("nonsense\n{\"At\":\"2026-06-12T14:00:00Z\",\"Kind\":\"Sent\",\"Tenant\":\"default\",\"Subject\":\"p\"}\n", "Line 1 of the recovery journal")]
    public async Task Start_JournalIsDamaged_LineIsNamedUnlessItBrokeOffAtTheEnd(string text, string? message)
    {
        var database = new RestoredOps(_folder);
        Directory.CreateDirectory(database.Journal);
        File.WriteAllText(Path.Combine(database.Journal, "sent-2026-06-0-0.jsonl"), text);

        var start = async () => await (await database.StartAsync()).DisposeAsync();

        if (message is null)
        {
            await start.Should().NotThrowAsync();
        }
        else
        {
            (await start.Should().ThrowAsync<InvalidDataException>()).Which.Message.Should().Contain(message);
        }
    }

    [Fact]
    public async Task Restores_AtRandomMoments_SendNothingTwice()
    {
        var (seed, runs) = (Random.Shared.Next(1_000_000), 4);
        if (Environment.GetEnvironmentVariable("SOCIALOPS_RESTORES") is { } text)
        {
            runs = int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        }

        var (with, without) = (new RestoreCounts(), new RestoreCounts());
        for (var run = 0; run < runs; run++)
        {
            with.Add(await RandomRestore.RunAsync(seed + run, withJournal: true));
            without.Add(await RandomRestore.RunAsync(seed + run, withJournal: false));
        }

        output.WriteLine($"restores {with}, seed {seed}; without the journal: {without}");
        with.Doubled.Should().Be(0, "of seed {0}", seed);
        without.Doubled.Should().BePositive("the control must fail (seed {0})", seed);
    }

    /// <summary>A reply waits in the backup and goes out after it; then the backup takes the database's place.</summary>
    private static async Task<TestOps> RestoredAsync(RestoredOps database, Duration between, Action<FakeNetwork>? prepare = null)
    {
        var before = await database.StartAsync();
        prepare?.Invoke(before.Network);
        var waiting = await before.ReceiveAsync("Mein Rad ist kaputt.");
        await before.Ops.Cases.ReplyAsync(waiting.Id, TestOps.Ada, "Das tut uns leid.");
        database.Backup();
        await before.DrainAsync();
        before.Network.Requests.Should().Be(1);
        await before.PassAsync(between);
        return await database.RestoreAsync(before);
    }

    private static async Task<IReadOnlyList<Publication>> PublicationsAsync(TestOps ops)
    {
        var all = new List<Publication>();
        foreach (var one in (await ops.Ops.Cases.QueryClientAsync(TestAgency.Shop)).Items)
        {
            all.AddRange((await ops.Ops.Publications.QueryOriginAsync(one.Id.Value)).Items);
        }

        return all;
    }
}
