using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using SocialOps.Approvals;
using SocialOps.Channels;
using SocialOps.Content;
using SocialOps.Definitions;
using SocialOps.DependencyInjection;
using SocialOps.Inbox;
using SocialOps.People;
using SocialOps.Testing;
using SocialOps.Tests;
using SocialOps.Work;

namespace SocialOps.Embedding.Tests.Telemetry;

/// <summary>Every text, name, address and secret that goes in is marked; nothing marked comes out where operators look.</summary>
public sealed class CanaryTests
{
    private const string Mark = "CANARY";
    private static readonly Actor s_ada = Actor.Person("ada", "test");
    private static readonly Actor s_ben = Actor.Person("ben", "test");
    private readonly FakeTime _time = new(TestAgency.Friday);
    private readonly LeakyConnector _network = new() { Failures = 1 };
    private int _items;

    [Fact]
    public async Task Telemetry_OfTheMainRoads_RepeatsNoBodyNoNameAndNoSecret()
    {
        using var listeners = new Listeners();
        using var log = new LogList();
        await using var services = Services(o => o.UseInMemory(), log);
        await DriveAsync(services, 9);

        _network.Sent.Should().Contain(t => t.Contains($"{Mark}-post"), "what is approved has gone out");
        log.Entries.Select(e => e.Event.Id).Should().Contain([1, 3, 4], "rows have failed, somebody could not be told, and an outcome is unknown");
        listeners.Counted.Select(c => c.Name).Distinct().Should().HaveCount(5, "every road has been driven");
        listeners.Done.Should().NotBeEmpty();
        log.Entries.Select(Everything).Where(IsMarked).Distinct().Take(5).Should().BeEmpty("logs");
        listeners.Counted.SelectMany(c => c.Tags).Select(t => $"{t.Key}={t.Value}").Where(IsMarked).Should().BeEmpty("metric tags");
        listeners.Done.SelectMany(a => a.TagObjects.Select(t => $"{t.Key}={t.Value}").Append(a.DisplayName).Append(a.StatusDescription ?? "").Concat(a.Events.SelectMany(e => e.Tags.Select(t => $"{t.Value}")))).Where(IsMarked).Should().BeEmpty("activities");
    }

    /// <summary>What a connector throws knows the token: no byte of the database may, be it a row that failed, a publication, an incident or an audit event.</summary>
    [Fact]
    public async Task Database_OfTheMainRoads_HoldsNoSecretAndNoForeignMessage()
    {
        using var folder = new TempFolder();
        var failed = new List<WorkItem>();
        await using (var services = Services(o => o.UseSqlite($"Data Source={folder.File("socialops.db")}"), null))
        {
            await DriveAsync(services, 2);
            var work = services.GetRequiredService<ISocialOps>().Default.Work;
            foreach (var state in Enum.GetValues<WorkState>())
            {
                for (string? next = null, first = ""; first is not null; first = next)
                {
                    var page = await work.QueryAsync(new(state, Limit: 1_000, Continue: next));
                    failed.AddRange(page.Items.Where(w => w.LastError is not null));
                    next = page.Next;
                }
            }
        }

        failed.Select(w => w.Kind).Should().Contain(["inbox.moderate", "publication.correct", "publication.metrics"]);
        failed.Select(w => w.LastError!).Where(IsMarked).Should().BeEmpty();
        failed.Select(w => w.LastError!).Should().Contain(e => e.Contains("System.Net.Http.HttpRequestException (401), at SocialOps.Embedding.Tests.Telemetry.LeakyConnector", StringComparison.Ordinal), "types, codes and places help");
        var bytes = Directory.GetFiles(folder.Path).SelectMany(f => File.ReadAllBytes(f)).ToArray();
        bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes($"{Mark}-body")).Should().BePositive("it is the file that is looked at");
        bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(LeakyConnector.Token)).Should().BeNegative();
    }

    [Fact]
    public async Task Exceptions_ThatLeaveTheLibrary_RepeatNoBodyAndNoSecret()
    {
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(_time).AddSocialOps(o => o.UseInMemory().AddAgency(_ => Agency()).AddConnector(_ => _network)).BuildServiceProvider();
        await services.GetRequiredService<SocialOpsStart>().RunAsync();
        var ops = services.GetRequiredService<ISocialOps>().Default;
        await ReceiveAsync(ops, $"kaputt! {Mark}-body");
        await PassAsync(services.GetRequiredService<IWorkPump>(), Duration.FromMinutes(1));
        var id = (await ops.Cases.QueryOpenAsync()).Items[0].Id;
        await ops.Cases.HandOverAsync(id, s_ada, new Recipient.OfAgency(TestAgency.Ben), "x");
        Func<Task>[] misuse =
        [
            () => ops.Cases.ReplyAsync(new("nowhere"), s_ada, $"{Mark}-reply").AsTask(),
            () => ops.Cases.SettleAsync(id, s_ada, $"{Mark}-reason").AsTask(),
            () => ops.Cases.ReplyAsync(id, s_ada, new CaseReply { Text = new string('x', 100_000) + $"{Mark}-reply" }).AsTask(),
            () => ops.Content.CreateAsync(new("nobody"), new($"{Mark}-title", ContentKind.ClientStory, [ContentPurpose.Inform], []), [new Variant { Account = new("shop-x"), Text = $"{Mark}-post" }], s_ada).AsTask(),
            () => ops.Approvals.SubmitAsync(new("nobody"), new(ApprovalSubjectKind.Content, "post", []), new Recipient.OfAgency(TestAgency.Ada)).AsTask(),
        ];

        foreach (var call in misuse)
        {
            (await call.Should().ThrowAsync<Exception>()).Which.ToString().Should().NotContain(Mark);
        }
    }

    private ServiceProvider Services(Action<SocialOpsBuilder> store, LogList? log) => new ServiceCollection().AddSingleton<TimeProvider>(_time)
        .AddLogging(b => _ = log is null ? b : b.AddProvider(log).SetMinimumLevel(LogLevel.Trace))
        .AddSocialOps(o => store(o.AddAgency(_ => Agency()).AddConnector(_ => _network).AddNotificationChannel<LeakyMail>().UseItemClassifier<LeakyClassifier>())).BuildServiceProvider();

    private async Task DriveAsync(IServiceProvider services, int days)
    {
        await services.GetRequiredService<SocialOpsStart>().RunAsync();
        var (ops, pump) = (services.GetRequiredService<ISocialOps>().Default, services.GetRequiredService<IWorkPump>());
        await ReceiveAsync(ops, $"kaputt! {Mark}-body");
        await ReceiveAsync(ops, $"unlesbar {Mark}-body");
        await ops.Inbox.ReceiveAsync([new InboundDelivery(InboundLine.Format, System.Text.Encoding.UTF8.GetBytes($"{Mark}-body, not JSON"), TestAgency.Shop)]);
        await PassAsync(pump, Duration.FromMinutes(1));
        var open = (await ops.Cases.QueryOpenAsync()).Items;
        await ops.Cases.Moderation.ModerateAsync(open.Single(c => c.Excerpt.Contains("unlesbar", StringComparison.Ordinal)).Item, s_ada, ModerationAction.Report, "Netiquette 3");
        await ops.Cases.ReplyAsync(open.Single(c => c.Excerpt.Contains("kaputt", StringComparison.Ordinal)).Id, s_ada, $"Es tut uns leid. {Mark}-reply");
        var post = (await ops.Publications.QueryOriginAsync((await PublishAsync(ops, pump)).Value)).Items.Single();
        await ops.Publications.CorrectAsync(post.Id, s_ada);
        await ops.Publications.RetractAsync(post.Id, s_ada, "as the client wishes");
        await PassAsync(pump, Duration.FromDays(days));
    }

    private static AgencyDefinition Agency()
    {
        var agency = TestAgency.Create();
        return agency with
        {
            People =
            [
                agency.People[0] with { Name = $"{Mark} Ada", Contacts = [new("mail", $"{Mark}-ada@agency.example")] },
                agency.People[1] with { Name = $"{Mark} Ben", Contacts = [new("mail", $"{Mark}-ben@agency.example")], Roles = [PersonRole.Approver, PersonRole.Admin] },
            ],
        };
    }

    private async Task ReceiveAsync(TenantServices ops, string text)
        => await ops.Inbox.ReceiveAsync([new InboundDelivery(InboundLine.Format, System.Text.Encoding.UTF8.GetBytes($$"""{"network":"x","id":"item-{{++_items}}","at":"2026-06-12T14:00:00Z","author":"{{Mark}}-author","text":"{{text}}"}"""), TestAgency.Shop)]);

    private async Task<ContentItemId> PublishAsync(TenantServices ops, IWorkPump pump)
    {
        var policy = new ApprovalPolicyDefinition { Id = new("simple"), Steps = [new() { Name = "agency", Approvers = [new ApproverSelector.Role(PersonRole.Approver)], DueIn = new SocialOps.Time.ResponseTarget.Within(Duration.FromHours(1)) }] };
        await ops.Approvals.Policies.DefineAsync(policy, s_ben);
        await ops.Approvals.Arrangements.ArrangeAsync(new() { Client = TestAgency.Shop, Phases = [new("usual", policy.Id)], Phase = "usual" }, s_ben);
        var slot = _time.Now + Duration.FromHours(2);
        var item = await ops.Content.CreateAsync(TestAgency.Shop, new($"{Mark}-title", ContentKind.ClientStory, [ContentPurpose.Inform], []), [new Variant { Account = new("shop-x"), Text = $"Sommerfest {Mark}-post" }], s_ada);
        item = await ops.Content.ScheduleAsync(item.Id, new(slot, slot - Duration.FromHours(3), slot + Duration.FromHours(4)), s_ada);
        var request = (await ops.Editorial.SubmitAsync(item.Id, s_ada)).Answer!.Request!;
        await ops.Approvals.ExecuteAsync(request.Id, new ApprovalCommand.Decide(DecisionKind.Approve, new Recipient.OfAgency(TestAgency.Ben), "test") { Comment = $"{Mark}-comment" });
        await PassAsync(pump, Duration.FromHours(3));
        return item.Id;
    }

    private async Task PassAsync(IWorkPump pump, Duration length)
    {
        for (var end = _time.Now + length; ;)
        {
            var turn = await pump.RunOnceAsync();
            if (turn.Handled == 0)
            {
                if (turn.NextDueAt is not { } next || next > end)
                {
                    _time.SetUtcNow(end);
                    return;
                }

                _time.SetUtcNow(Instant.Max(next, _time.Now));
            }
        }
    }

    private static string Everything(LogLine line) => $"{line.Event.Id} {line.Text} {string.Join(' ', line.Fields.Select(f => f.Value))} {line.Exception}";

    private static bool IsMarked(string text) => text.Contains(Mark, StringComparison.OrdinalIgnoreCase);
}
