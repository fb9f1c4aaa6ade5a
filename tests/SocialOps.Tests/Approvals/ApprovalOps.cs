using SocialOps.Approvals;
using SocialOps.Auditing;
using SocialOps.Definitions;
using SocialOps.People;
using SocialOps.Storage;

namespace SocialOps.Tests.Approvals;

/// <summary>The whole engine in memory, with the room's people and policy.</summary>
internal sealed class ApprovalOps : IAsyncDisposable
{
    private ApprovalOps(TestOps ops) => Ops = ops;

    public TestOps Ops { get; }

    public ApprovalService Approvals => Ops.Ops.Approvals;

    public static Actor Admin => Actor.Person("dora", "test");

    public static async Task<ApprovalOps> StartAsync(ApprovalPolicyDefinition? policy = null)
    {
        var ops = new ApprovalOps(await TestOps.StartAsync(Agency()));
        ops.Ops.Time.SetUtcNow(Room.Monday);
        await ops.Approvals.Policies.DefineAsync(policy ?? Room.TwoSteps, Admin);
        await ops.Approvals.Arrangements.ArrangeAsync(new() { Client = TestAgency.Shop, Phases = [new("onboarding", (policy ?? Room.TwoSteps).Id)], Phase = "onboarding", CrisisLevel = 0, IsHeld = false }, Admin);
        return ops;
    }

    public static AgencyDefinition Agency()
    {
        var agency = TestAgency.Create();
        var known = Room.Ordinary.People.Values.Select(p => p.Id.Value is "ada" or "ben" ? agency.People.Single(a => a.Id == p.Id) with { Roles = p.Roles } : p);
        return agency with
        {
            People = [.. known],
            Calendars = [new() { Id = Room.Office, Zone = "Europe/Berlin", Weekly = SocialOps.Tests.Time.Calendars.Weekly(SocialOps.Tests.Time.Calendars.Workdays, "09:00-17:00") }],
            Clients = [agency.Clients[0] with { Contacts = [.. agency.Clients[0].Contacts.Select(c => c with { Topics = ["emergencies"] }), .. Room.Ordinary.Contacts.Where(c => c.Contacts.Count > 0)] }, .. agency.Clients.Skip(1)],
        };
    }

    public async Task<ApprovalRequest> SubmitAsync(SubmissionTerms? terms = null, params ApprovalPart[] parts)
    {
        var answer = await Approvals.SubmitAsync(TestAgency.Shop, new(ApprovalSubjectKind.Content, "post-7", parts.Length > 0 ? parts : [Room.Part("facebook", "v1")]), Room.Ada, terms);
        answer.IsAccepted.Should().BeTrue("{0}", answer.Outcome);
        return answer.Request!;
    }

    public async Task<ApprovalOutcome> DecideAsync(ApprovalRequestId id, Recipient by, DecisionKind kind = DecisionKind.Approve)
        => (await Approvals.ExecuteAsync(id, new ApprovalCommand.Decide(kind, by, "portal") { Comment = "because" })).Outcome;

    public async Task<IReadOnlyList<AuditEvent>> AuditAsync(string subject) => (await Ops.Ops.Audit.QueryAsync(new(subject, Limit: 1_000))).Items;

    public IStore Store => (IStore)Ops.Services.GetService(typeof(IStore))!;

    public ValueTask DisposeAsync() => Ops.DisposeAsync();
}
