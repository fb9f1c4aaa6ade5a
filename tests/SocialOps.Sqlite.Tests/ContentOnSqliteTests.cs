using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SocialOps.Content;
using SocialOps.Definitions;
using SocialOps.People;
using SocialOps.Testing;

namespace SocialOps.Sqlite.Tests;

/// <summary>Content on a real file: what was written comes back with the same bytes, and of two editors one is told.</summary>
public sealed class ContentOnSqliteTests : IDisposable
{
    private static readonly ClientId Shop = new("shop");
    private static readonly Actor Ada = Actor.Person("ada", "test");
    private readonly TempFolder _folder = new();
    private readonly FakeTime _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ReviseAsync_EditorsAtOnceThenRestart_KeepsOneEditWithItsBytes()
    {
        ContentItem item;
        await using (var services = await StartAsync())
        {
            var content = services.GetRequiredService<ISocialOps>().Default.Content;
            item = await content.CreateAsync(Shop, new("t", ContentKind.General, [ContentPurpose.Inform], []), [Saying("Grüße 😀")], Ada);
            var edits = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => TryReviseAsync(content, item.Id, $"edit {i}"))));
            edits.Count(won => won).Should().Be(1);
        }

        await using var again = await StartAsync();
        var restarted = again.GetRequiredService<ISocialOps>().Default.Content;
        var after = (await restarted.FindAsync(item.Id))!;
        var (first, second) = (await restarted.GetRevisionAsync(item.Id, 1), await restarted.GetRevisionAsync(item.Id, 2));
        after.Revision.Should().Be(2);
        first.ComputeBundleHash().Should().Be(item.ComputeBundleHash());
        second.ComputeBundleHash().Should().Be(after.ComputeBundleHash()).And.NotBe(first.ComputeBundleHash());
    }

    [Fact]
    public async Task QueryWeekAsync_Pages_AreTheWeekInOrder()
    {
        await using var services = await StartAsync();
        var content = services.GetRequiredService<ISocialOps>().Default.Content;
        var week = new PlanWeek(new EditorialPlan { Client = Shop, Zone = "Europe/Berlin" }, new(2026, 6, 17));
        foreach (var hours in new[] { 167, 0, 168, 30, -1 })
        {
            var item = await content.CreateAsync(Shop, new($"{hours}", ContentKind.General, [], []), [Saying($"{hours}")], Ada);
            var at = week.Start + Duration.FromHours(hours);
            await content.ScheduleAsync(item.Id, new(at, at, at), Ada);
        }

        var page = await content.QueryWeekAsync(week, 2);
        var rest = await content.QueryWeekAsync(week, 2, page.Next);

        page.Items.Concat(rest.Items).Select(i => i.Brief.Title).Should().Equal("0", "30", "167");
        rest.Next.Should().BeNull();
    }

    private static async Task<bool> TryReviseAsync(ContentService content, ContentItemId id, string text)
    {
        try
        {
            await content.ReviseAsync(id, 1, [Saying(text)], Ada);
            return true;
        }
        catch (ConcurrencyConflictException)
        {
            return false;
        }
    }

    private static Variant Saying(string text) => new() { Account = new("shop-x"), Text = text };

    private async Task<ServiceProvider> StartAsync()
    {
        _time.SetUtcNow(Instant.FromUtc(2026, 6, 12, 14, 0));
        var services = new ServiceCollection().AddSingleton<TimeProvider>(_time)
            .AddSocialOps(ops => ops.UseSqlite($"Data Source={_folder.File("content.db")}")).BuildServiceProvider();
        await services.GetRequiredService<ISocialOps>().Default.Agency.ApplyAsync(Agency(), Actor.Service("test", "test"));
        return services;
    }

    private static AgencyDefinition Agency() => new()
    {
        Name = "Test",
        People = [new() { Id = new("ada"), Name = "Ada", Zone = "Etc/UTC", Roles = [PersonRole.Author], Contacts = [new("mail", "ada@agency.example")] }],
        Schedules = [new() { Id = new("duty"), Zone = "Etc/UTC" }],
        Escalations = [new() { Id = new("ladder"), Steps = [new([new Escalations.EscalationTarget.OnDuty(new("duty"))])] }],
        Packages = [new() { Id = new("plus"), Name = "Plus", Engagement = ServicePackages.EngagementOwner.Agency, ServiceLevels = [new() { Name = "all" }] }],
        Policies = [new() { Id = new("policy") }],
        Clients =
        [
            new()
            {
                Id = Shop,
                Name = "Shop",
                Accounts = [new(new("shop-x"), "x", "shop")],
                Contacts = [new("owner", "Owner", [new("phone", "+49 40 5550 0100")], IsEmergency: true)],
                Agreement = new(new("plus"), new("duty"), new("ladder"), new("policy")),
            },
        ],
    };
}
