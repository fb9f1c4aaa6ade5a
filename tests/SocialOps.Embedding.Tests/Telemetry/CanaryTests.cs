using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using SocialOps.Approvals;
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
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(_time).AddLogging(b => b.AddProvider(log).SetMinimumLevel(LogLevel.Trace))
            .AddSocialOps(o => o.UseInMemory().AddAgency(_ => Agency()).AddConnector(_ => _network).AddNotificationChannel<LeakyMail>().UseItemClassifier<LeakyClassifier>()).BuildServiceProvider();
        await services.GetRequiredService<SocialOpsStart>().RunAsync();
        var (ops, pump) = (services.GetRequiredService<ISocialOps>().Default, services.GetRequiredService<IWorkPump>());

        await ReceiveAsync(ops, $"kaputt! {Mark}-body");
        await ReceiveAsync(ops, $"unlesbar {Mark}-body");
        await ops.Inbox.ReceiveAsync([new InboundDelivery(InboundLine.Format, System.Text.Encoding.UTF8.GetBytes($"{Mark}-body, not JSON"), TestAgency.Shop)]);
        await PassAsync(pump, Duration.FromMinutes(1));
        var complaint = (await ops.Cases.QueryOpenAsync()).Items[0];
        await ops.Cases.ReplyAsync(complaint.Id, s_ada, $"Es tut uns leid. {Mark}-reply");
        await PublishAsync(ops, pump);
        await PassAsync(pump, Duration.FromDays(9));

        _network.Sent.Should().Contain(t => t.Contains($"{Mark}-post"), "what is approved has gone out");
        log.Entries.Select(e => e.Event.Id).Should().Contain([1, 3, 4], "rows have failed, somebody could not be told, and an outcome is unknown");
        listeners.Counted.Select(c => c.Name).Distinct().Should().HaveCount(5, "every road has been driven");
        listeners.Done.Should().NotBeEmpty();
        log.Entries.Select(Everything).Where(IsMarked).Distinct().Take(5).Should().BeEmpty("logs");
        listeners.Counted.SelectMany(c => c.Tags).Select(t => $"{t.Key}={t.Value}").Where(IsMarked).Should().BeEmpty("metric tags");
        listeners.Done.SelectMany(a => a.TagObjects.Select(t => $"{t.Key}={t.Value}").Append(a.DisplayName).Append(a.StatusDescription ?? "").Concat(a.Events.SelectMany(e => e.Tags.Select(t => $"{t.Value}")))).Where(IsMarked).Should().BeEmpty("activities");
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

    private async Task PublishAsync(TenantServices ops, IWorkPump pump)
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
