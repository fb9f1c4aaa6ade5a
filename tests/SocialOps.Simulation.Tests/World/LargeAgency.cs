using NodaTime;
using SocialOps.Approvals;
using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.People;
using SocialOps.Tests;
using SocialOps.Time;

namespace SocialOps.Simulation.Tests.World;

/// <summary>The small agency, with Cem beside Ben who approves, accounts to publish on, and two ways of approving: the shop's in two steps, agency and client, the bakery's by two people at once.</summary>
internal static class LargeAgency
{
    public static readonly ChannelAccountId ShopX = new("shop-x");
    public static readonly ChannelAccountId ShopBluesky = new("shop-bsky");
    public static readonly ChannelAccountId BakeryX = new("bakery-x");
    public static readonly PersonId Cem = new("cem");

    private static readonly ResponseTarget Hours = new ResponseTarget.Within(Duration.FromHours(6));

    public static AgencyDefinition Create()
    {
        var small = TestAgency.Create();
        return small with
        {
            People =
            [
                small.People[0],
                small.People[1] with { Roles = [PersonRole.Approver, PersonRole.Admin, PersonRole.Author] },
                new() { Id = Cem, Name = "Cem", Zone = "Etc/UTC", Contacts = [new("mail", "cem@agency.example")], Deputies = [TestAgency.Ben], Roles = [PersonRole.Approver, PersonRole.Publisher] },
            ],
            Clients = [small.Clients[0] with { Accounts = [.. small.Clients[0].Accounts, new(ShopBluesky, "bluesky", "shop.example")] }, small.Clients[1]],
        };
    }

    public static async Task AgreeAsync(TenantServices ops)
    {
        var ben = Actor.Person("ben", "simulation");
        await DefineAsync(TestAgency.Shop, [new() { Name = "agency", Approvers = [new ApproverSelector.Role(PersonRole.Approver)], DueIn = Hours }, new() { Name = "client", Approvers = [ApproverSelector.ClientApprover], DueIn = Hours }]);
        await DefineAsync(TestAgency.Bakery, [new() { Name = "both", Approvers = [new ApproverSelector.Role(PersonRole.Approver)], Quorum = new Quorum.AtLeast(2), DueIn = Hours }]);

        async Task DefineAsync(ClientId client, ApprovalStep[] steps)
        {
            var policy = new ApprovalPolicyDefinition { Id = new($"of-{client}"), Steps = steps };
            await ops.Approvals.Policies.DefineAsync(policy, ben);
            await ops.Approvals.Arrangements.ArrangeAsync(new() { Client = client, Phases = [new("usual", policy.Id)], Phase = "usual" }, ben);
        }
    }
}
