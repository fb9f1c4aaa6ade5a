using NodaTime;
using SocialOps.Approvals;
using SocialOps.Content;
using SocialOps.People;

namespace SocialOps.Benchmarks.Approvals;

/// <summary>A request as a busy client's looks: three steps (any one, two of many, all of two), four channel accounts, two rounds of editing behind it, and everything approved.</summary>
internal static class ApprovalSample
{
    public static readonly Instant Now = Instant.FromUtc(2026, 6, 15, 9, 0);
    public static readonly Recipient Author = Person(0);
    private static readonly string[] Accounts = ["facebook", "instagram", "linkedin", "mastodon"];

    public static ApprovalPolicy Policy { get; } = new(new()
    {
        Id = new("busy"),
        Steps =
        [
            new() { Name = "craft", Approvers = [new ApproverSelector.Role(PersonRole.Approver)] },
            new() { Name = "two", Approvers = [new ApproverSelector.Role(PersonRole.Approver)], Quorum = new Quorum.AtLeast(2) },
            new() { Name = "both", Approvers = [new ApproverSelector.Named(Person(1)), ApproverSelector.ClientApprover], Quorum = new Quorum.AllOf() },
        ],
    });

    public static ApprovalFacts Facts { get; } = new()
    {
        Client = new("shop"),
        People = Enumerable.Range(0, 12).Select(i => new PersonDefinition { Id = new($"p{i}"), Name = $"p{i}", Zone = "Europe/Berlin", Roles = [PersonRole.Approver] }).ToDictionary(p => p.Id),
        Contacts = [new("owner", "Owner", []), new("press", "Press", [])],
    };

    public static Recipient Owner { get; } = new Recipient.OfClient(new("shop"), "owner");

    public static Recipient Person(int number) => new Recipient.OfAgency(new($"p{number}"));

    public static ApprovalPart[] Parts(int version) => [.. Accounts.Select(a => new ApprovalPart(a, ContentHash.Of(System.Text.Encoding.UTF8.GetBytes($"{a} {version}"))))];

    /// <summary>Submitted, and nobody has decided.</summary>
    public static ApprovalRequest Submitted() => Do(null, new ApprovalCommand.Submit(new("r1"), new(ApprovalSubjectKind.Content, "post-1", Parts(0)), Author));

    /// <summary>Approved in its third version.</summary>
    public static ApprovalRequest Approved()
    {
        var request = Submitted();
        for (var version = 0; version < 3; version++)
        {
            if (version > 0)
            {
                request = Do(request, new ApprovalCommand.Revise(Author, Parts(version)));
            }

            foreach (var who in new[] { Person(1), Person(2), Person(3), Person(1), Owner })
            {
                request = Do(request, new ApprovalCommand.Decide(DecisionKind.Approve, who, "portal"));
            }
        }

        return request.Parts.All(p => p.State == PartState.Approved) ? request : throw new InvalidOperationException("The sample is not approved.");
    }

    private static ApprovalRequest Do(ApprovalRequest? request, ApprovalCommand command)
    {
        var transition = ApprovalEngine.Decide(request, command, Policy, Facts, Now);
        return transition.Outcome is ApprovalOutcome.Accepted ? transition.State! : throw new InvalidOperationException($"{transition.Outcome}");
    }
}
