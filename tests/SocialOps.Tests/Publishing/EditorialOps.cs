using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SocialOps.Approvals;
using SocialOps.Channels;
using SocialOps.Content;
using SocialOps.DependencyInjection;
using SocialOps.People;
using SocialOps.Publishing;

namespace SocialOps.Tests.Publishing;

/// <summary>A shop with two accounts, Ada who writes and Ben who approves.</summary>
internal sealed class EditorialOps : IAsyncDisposable
{
    public static readonly ChannelAccountId X = new("shop-x");
    public static readonly ChannelAccountId Bluesky = new("shop-bsky");
    private static readonly Recipient Ben = new Recipient.OfAgency(TestAgency.Ben);

    private EditorialOps(TestOps ops) => Ops = ops;

    public TestOps Ops { get; }

    public TenantServices Tenant => Ops.Ops;

    public Instant Slot { get; private set; }

    public static async Task<EditorialOps> StartAsync(Action<IServiceCollection>? extra = null, Action<SocialOpsBuilder>? store = null, EditorialOps? beside = null)
    {
        var agency = TestAgency.Create();
        var shop = agency.Clients[0];
        var ops = new EditorialOps(await TestOps.StartAsync(
            agency with
            {
                People = [agency.People[0], agency.People[1] with { Roles = [PersonRole.Approver, PersonRole.Admin] }],
                Clients = [shop with { Accounts = [.. shop.Accounts.Where(a => a.Id != X), new(X, "x", "@shop"), new(Bluesky, "bluesky", "@shop.example")] }, .. agency.Clients.Skip(1)],
            },
            extra,
            store,
            beside?.Ops));
        ops.NextSlot();
        var policy = new ApprovalPolicyDefinition { Id = new("simple"), Steps = [new() { Name = "agency", Approvers = [new ApproverSelector.Role(PersonRole.Approver)], DueIn = new SocialOps.Time.ResponseTarget.Within(Duration.FromHours(1)) }] };
        await ops.Tenant.Approvals.Policies.DefineAsync(policy, TestOps.Ben);
        await ops.Tenant.Approvals.Arrangements.ArrangeAsync(new() { Client = TestAgency.Shop, Phases = [new("usual", policy.Id)], Phase = "usual" }, TestOps.Ben);
        return ops;
    }

    public async Task<ContentItem> WriteAsync(string text = "Am Samstag ist Sommerfest!", params ChannelAccountId[] accounts)
    {
        var item = await Tenant.Content.CreateAsync(TestAgency.Shop, new("Sommerfest", ContentKind.ClientStory, [ContentPurpose.Inform], []), Variants(text, accounts), TestOps.Ada);
        return await Tenant.Content.ScheduleAsync(item.Id, new(Slot, Slot - Duration.FromHours(3), Slot + Duration.FromHours(4)), TestOps.Ada);
    }

    public async Task<ContentItem> EditAsync(ContentItem item, string text, params ChannelAccountId[] accounts)
        => await Tenant.Content.ReviseAsync(item.Id, item.Revision, Variants(text, accounts), TestOps.Ada);

    public async Task<ApprovalRequest> SubmitAsync(ContentItem item)
    {
        var submission = await Tenant.Editorial.SubmitAsync(item.Id, TestOps.Ada);
        submission.IsAccepted.Should().BeTrue(string.Join(" ", submission.Readiness.Findings) + submission.Answer?.Outcome);
        return submission.Answer!.Request!;
    }

    public async Task ApproveAsync(ApprovalRequest request, params string[] parts)
    {
        var answer = await Tenant.Approvals.ExecuteAsync(request.Id, new ApprovalCommand.Decide(DecisionKind.Approve, Ben, "test")
        {
            Parts = parts.Length == 0 ? null : [.. request.Parts.Where(p => parts.Contains(p.Name)).Select(p => new ApprovalPart(p.Name, p.Hash))],
        });
        answer.IsAccepted.Should().BeTrue(answer.Outcome.ToString());
        await Ops.DrainAsync();
    }

    /// <summary>Written, approved, waiting for its time.</summary>
    public async Task<(ContentItem Item, Publication Publication)> ScheduledAsync(params ChannelAccountId[] accounts)
    {
        var item = await WriteAsync(accounts: accounts);
        await ApproveAsync(await SubmitAsync(item));
        return (item, await PublicationAsync(item));
    }

    public async Task<Publication> PublicationAsync(ContentItem item) => (await Tenant.Publications.QueryOriginAsync(item.Id.Value)).Items[^1];

    public async Task<ContentState> StateAsync(ContentItem item) => (await Tenant.Editorial.GetStatusAsync(item.Id)).State.State;

    /// <summary>What is written from now on is to go out in two hours.</summary>
    public void NextSlot() => Slot = Ops.Time.Now + Duration.FromHours(2);

    /// <summary>Its time comes.</summary>
    public Task ReachSlotAsync() => Ops.PassAsync(Slot - Ops.Time.Now + Duration.FromSeconds(1));

    public ValueTask DisposeAsync() => Ops.DisposeAsync();

    private static Variant[] Variants(string text, ChannelAccountId[] accounts)
        => [.. (accounts.Length == 0 ? [X] : accounts).Select(a => new Variant { Account = a, Text = a == X ? text : "Sommerfest am Samstag!" })];
}
