using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SocialOps.Inbox;
using SocialOps.Incidents;
using SocialOps.Tests;

namespace SocialOps.Sqlite.Tests;

/// <summary>
/// A tenant beside another is as it would be alone: every row of it, byte for byte but for the ids, which are drawn by chance. <c>SOCIALOPS_TWINS</c> sets how many random histories (4), <c>SOCIALOPS_SEED</c> repeats them.
/// </summary>
public sealed partial class TwinTests(ITestOutputHelper output) : IDisposable
{
    private static readonly TenantId Other = new("other");
    private static readonly string[] Texts = ["Mein Rad ist kaputt.", "Danke, toll!", "Wann habt ihr offen?", "Der Akku brennt!", "Ich gehe zum Anwalt.", "Saftladen!"];
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Tenant_BesideAnother_IsAsItWouldBeAlone()
    {
        var seed = Number("SOCIALOPS_SEED", Random.Shared.Next(1_000_000));
        var (runs, rows) = (Number("SOCIALOPS_TWINS", 4), 0);
        for (var run = 0; run < runs; run++)
        {
            var alone = await RunAsync(seed + run, false);
            var beside = await RunAsync(seed + run, true);
            var differs = alone.Zip(beside).FirstOrDefault(r => r.First != r.Second);
            (differs.First, beside.Count).Should().Be((differs.Second, alone.Count), "of seed {0}", seed + run);
            rows += alone.Count;
        }

        output.WriteLine($"{runs} twins, {rows} rows of theirs compared, 0 differences (seed {seed})");
    }

    [Fact]
    public async Task Id_OfAnotherTenant_IsNotFoundAndChangesNothing()
    {
        await using var ops = await TestOps.StartAsync(store: b => b.UseSqlite(Database("swap.db")));
        var stranger = ops.Services.GetRequiredService<ISocialOps>().For(Other);
        await stranger.Agency.ApplyAsync(TestAgency.Create(), TestOps.Ada);
        var theirs = await ops.ReceiveAsync("Mein Rad ist kaputt.");
        await ops.Ops.Cases.ReplyAsync(theirs.Id, TestOps.Ada);
        var publication = (await ops.Ops.Publications.QueryOriginAsync(theirs.Id.Value)).Items.Single().Id;
        var before = Dump("swap.db", TenantId.Default);

        Func<Task>[] calls =
        [
            async () => await stranger.Cases.ClaimAsync(theirs.Id, TestOps.Ada),
            async () => await stranger.Cases.AcknowledgeAsync(theirs.Id, TestOps.Ada, "x"),
            async () => await stranger.Cases.ReplyAsync(theirs.Id, TestOps.Ada, "x"),
            async () => await stranger.Cases.SettleAsync(theirs.Id, TestOps.Ada, "x"),
            async () => await stranger.Cases.RecordStepAsync(theirs.Id, TestOps.Ada, ComplaintStep.Apologise, "x"),
            async () => await stranger.Cases.HandOverAsync(theirs.Id, TestOps.Ada, theirs.Responsible!, "x"),
            async () => await stranger.Cases.SetWaveLevelAsync(theirs.Id, TestOps.Ada, Crisis.WaveLevel.GroupsForm, "x"),
            async () => await stranger.Cases.Moderation.ModerateAsync(theirs.Item, TestOps.Ada, Channels.ModerationAction.Hide, "x", byHand: true),
            async () => await stranger.Publications.CancelAsync(publication, TestOps.Ada, "x"),
            async () => await stranger.Publications.ReleaseAsync(publication, TestOps.Ada),
            async () => await stranger.Publications.ConfirmAsync(publication, TestOps.Ada, "x"),
            async () => await stranger.Incidents.CloseAsync(new IncidentId(publication.Value), TestOps.Ada, "x"),
        ];
        foreach (var call in calls)
        {
            await call.Should().ThrowAsync<NotFoundException>();
        }

        (await stranger.Cases.FindAsync(theirs.Id)).Should().BeNull();
        (await stranger.Inbox.FindItemAsync(theirs.Item)).Should().BeNull();
        (await stranger.Publications.FindAsync(publication)).Should().BeNull();
        (await stranger.Inbox.QueryItemsAsync(theirs.Id)).Items.Should().BeEmpty();
        (await stranger.Cases.QueryHistoryAsync(theirs.Id)).Items.Should().BeEmpty();
        (await stranger.Publications.QueryOriginAsync(theirs.Id.Value)).Items.Should().BeEmpty();
        Dump("swap.db", TenantId.Default).Should().Equal(before);
    }

    private async Task<IReadOnlyList<string>> RunAsync(int seed, bool isBeside)
    {
        var random = new Random(seed);
        var name = $"{seed}-{isBeside}.db";
        await using var ops = await TestOps.StartAsync(store: b => b.UseSqlite(Database(name)));
        var all = ops.Services.GetRequiredService<ISocialOps>();
        if (isBeside)
        {
            await all.For(Other).Agency.ApplyAsync(TestAgency.Create(), TestOps.Ada);
        }

        for (var step = 0; step < 25; step++)
        {
            var (mine, what, which, text, minutes) = (random.Next(2) == 0, random.Next(6), random.Next(100), Texts[random.Next(Texts.Length)], random.Next(90));
            if (mine || isBeside)
            {
                await StepAsync(ops, all.For(mine ? TenantId.Default : Other), what, which, text, step);
            }

            await ops.PassAsync(Duration.FromMinutes(minutes));
        }

        return Dump(name, TenantId.Default);
    }

    private static async Task StepAsync(TestOps ops, TenantServices tenant, int what, int which, string text, int step)
    {
        if (what < 3)
        {
            // The same ids on both sides: only the tenant tells them apart.
            await tenant.Inbox.ReceiveAsync([new InboundDelivery(InboundLine.Format, ops.Line($"item-{step / 2}", text, which % 3 == 0 ? "thread" : null, author: $"author-{which % 4}"), TestAgency.Shop)]);
            await ops.DrainAsync();
            return;
        }

        var open = (await tenant.Cases.QueryClientAsync(TestAgency.Shop)).Items.Where(c => c.ClosedAt is null).ToList();
        if (open.Count == 0)
        {
            return;
        }

        var one = open[which % open.Count].Id;
        try
        {
            _ = what switch
            {
                3 => await tenant.Cases.ClaimAsync(one, TestOps.Ada),
                4 => await tenant.Cases.ReplyAsync(one, TestOps.Ada, "Wir kümmern uns."),
                _ => await tenant.Cases.AcknowledgeAsync(one, TestOps.Ada, "Gesehen."),
            };
        }
        catch (InvalidTransitionException)
        {
            // Not possible as the case stands: the same on both sides.
        }

        await ops.DrainAsync();
    }

    /// <summary>Every row of a tenant, with ids numbered as the audit trail first names them.</summary>
    private List<string> Dump(string name, TenantId tenant)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File(name)};Pooling=False;Mode=ReadOnly");
        connection.Open();
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var audit = Rows("SELECT * FROM so_audit_event WHERE tenant_id = @t ORDER BY seq").Select(Named).ToList();
        var others = Rows("SELECT * FROM so_record WHERE tenant_id = @t").Concat(Rows("SELECT * FROM so_work_item WHERE tenant_id = @t"));
        return [.. audit, .. others.OrderBy(r => Id().Replace(r, "#"), StringComparer.Ordinal).ThenBy(r => Id().Replace(r, m => ids.GetValueOrDefault(m.Value, "#")), StringComparer.Ordinal).Select(Named).Order(StringComparer.Ordinal)];

        string Named(string row) => Id().Replace(row, m => ids.TryGetValue(m.Value, out var known) ? known : ids[m.Value] = $"#{ids.Count}");

        List<string> Rows(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.Parameters.AddWithValue("@t", tenant.Value);
            using var reader = command.ExecuteReader();
            var rows = new List<string>();
            while (reader.Read())
            {
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Where(i => reader.GetName(i) != "lease_owner").Select(i => reader.GetValue(i) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
            }

            return rows;
        }
    }

    private string Database(string name) => $"Data Source={_folder.File(name)}";

    private static int Number(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    [GeneratedRegex("[a-z2-7]{52}|[0-9a-hjkmnp-tv-z]{26}")] // an idempotency key is made of an id
    private static partial Regex Id();
}
