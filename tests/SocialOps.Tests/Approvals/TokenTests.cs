using System.Security.Cryptography;
using NodaTime;
using SocialOps.Approvals;
using SocialOps.Storage;
using static SocialOps.Tests.Approvals.Room;

namespace SocialOps.Tests.Approvals;

[Requirement("F27")]
public sealed class TokenTests
{
    private static readonly int Mutants = Environment.GetEnvironmentVariable("SOCIALOPS_TEST_ALL") == "1" ? 1_000_000 : 100_000;

    [Fact]
    public async Task Use_WithItsCode_DecidesOnce()
    {
        await using var ops = await ApprovalOps.StartAsync();
        var (request, token) = await IssueAsync(ops);

        (await UseAsync(ops, token, token.Code)).IsDecided.Should().BeTrue();
        (await UseAsync(ops, token, token.Code)).Should().BeSameAs(TokenAnswer.Refused, "it is good once");

        var decision = (await ops.Approvals.FindAsync(request.Id))!.Decisions.Single();
        (decision.By, decision.Assurance, decision.Via).Should().Be((Ben, AssuranceLevel.Verified, "link"));
        await RefusedAsync(ops, request.Id.Value, TokenRefusal.Used);
    }

    [Fact]
    public async Task Use_LinkAlone_IsRefusedUnlessThePolicyAllowsIt()
    {
        await using var strict = await ApprovalOps.StartAsync();
        var (request, token) = await IssueAsync(strict);
        (await UseAsync(strict, token, null)).IsDecided.Should().BeFalse("a scanner can press a button");
        await RefusedAsync(strict, request.Id.Value, TokenRefusal.Assurance);

        await using var lax = await ApprovalOps.StartAsync(TwoSteps with { LinkIsEnough = true });
        var (_, other) = await IssueAsync(lax);
        (await UseAsync(lax, other, null)).IsDecided.Should().BeTrue();
    }

    [Fact]
    public async Task Use_RiskHigh_NeedsTheApproversOwnSession()
    {
        await using var ops = await ApprovalOps.StartAsync();
        var request = await ops.SubmitAsync(new(RiskClass.High));
        var token = await ops.Approvals.Tokens.IssueAsync(request.Id, Ben);

        (await UseAsync(ops, token, token.Code)).IsDecided.Should().BeFalse();
        (await ops.Approvals.Tokens.UseAsync(new(token.Text, DecisionKind.Approve, "a") { SignedIn = Cem })).IsDecided.Should().BeFalse("it was forwarded");
        (await ops.Approvals.Tokens.UseAsync(new(token.Text, DecisionKind.Approve, "a") { SignedIn = Ben })).IsDecided.Should().BeTrue();
    }

    [Fact]
    public async Task Use_FiveWrongCodes_LockTheRequestUntilANewTokenIsIssued()
    {
        await using var ops = await ApprovalOps.StartAsync();
        var (request, token) = await IssueAsync(ops);
        for (var i = 0; i < 5; i++)
        {
            (await UseAsync(ops, token, token.Code == "000000" ? "000001" : "000000", $"address-{i}")).IsDecided.Should().BeFalse();
        }

        (await UseAsync(ops, token, token.Code, "address-9")).IsDecided.Should().BeFalse("even with the right one");
        await RefusedAsync(ops, request.Id.Value, TokenRefusal.RequestLocked);
        var next = await ops.Approvals.Tokens.IssueAsync(request.Id, Ben);
        (await UseAsync(ops, next, next.Code, "address-9")).IsDecided.Should().BeTrue();
    }

    [Fact]
    public async Task Use_TenFailuresInAMinute_LockTheAddressForAMinute()
    {
        await using var ops = await ApprovalOps.StartAsync();
        var (_, token) = await IssueAsync(ops);
        for (var i = 0; i < 10; i++)
        {
            await ops.Approvals.Tokens.UseAsync(new($"guess {i}", DecisionKind.Approve, "203.0.113.9"));
        }

        (await UseAsync(ops, token, token.Code, "203.0.113.9")).IsDecided.Should().BeFalse();
        (await ops.AuditAsync("approval-tokens"))[^1].Detail.Should().Be("A token was refused: Length. The address is locked for a minute.");
        ops.Ops.Time.SetUtcNow(Monday + Duration.FromMinutes(1));
        (await UseAsync(ops, token, token.Code, "203.0.113.9")).IsDecided.Should().BeTrue();
    }

    [Fact]
    public async Task Forget_AfterTheMinute_NothingOfTheAddressIsLeft()
    {
        await using var ops = await ApprovalOps.StartAsync();
        await ops.Approvals.Tokens.UseAsync(new("guess", DecisionKind.Approve, "203.0.113.9"));
        await ops.Ops.PassAsync(Duration.FromMinutes(3));

        var left = await ops.Store.ReadAsync(TenantId.Default, t => t.QueryAsync(ApprovalRecords.Failures, new("")), default);
        left.Items.Should().BeEmpty();
    }

    [Theory]
    [InlineData(TokenRefusal.Expired)]
    [InlineData(TokenRefusal.Superseded)]
    [InlineData(TokenRefusal.Revoked)]
    [InlineData(TokenRefusal.NotEligible)]
    [InlineData(TokenRefusal.StepClosed)]
    [InlineData(TokenRefusal.Decision)]
    [InlineData(TokenRefusal.Length)]
    [InlineData(TokenRefusal.Form)]
    [InlineData(TokenRefusal.Unknown)]
    public async Task Use_AnyRefusal_LooksAlikeAndIsAuditedWithItsReason(TokenRefusal refusal)
    {
        await using var ops = await ApprovalOps.StartAsync();
        var (request, token) = await IssueAsync(ops);
        var text = token.Text;
        var kind = DecisionKind.Approve;
        switch (refusal)
        {
            case TokenRefusal.Expired:
                ops.Ops.Time.SetUtcNow(token.ExpiresAt + Duration.FromTicks(10));
                break;
            case TokenRefusal.Superseded:
                await ops.Approvals.ExecuteAsync(request.Id, new ApprovalCommand.Revise(Ada, [Part("facebook", "v2")]));
                break;
            case TokenRefusal.Revoked:
                (await ops.Approvals.Tokens.RevokeAsync(request.Id, ApprovalOps.Admin)).Should().Be(1);
                break;
            case TokenRefusal.NotEligible:
                await ops.Ops.Ops.Agency.ApplyAsync(ApprovalOps.Agency() with { People = [.. ApprovalOps.Agency().People.Select(p => p.Id.Value == "ben" ? p with { Roles = [] } : p)] }, ApprovalOps.Admin);
                break;
            case TokenRefusal.StepClosed:
                await ops.DecideAsync(request.Id, Cem);
                break;
            case TokenRefusal.Decision:
                kind = DecisionKind.Reject;
                break;
            case TokenRefusal.Length:
                text += "a";
                break;
            case TokenRefusal.Form:
                text = text.ToUpperInvariant();
                break;
            default:
                text = TokenText.Of(RandomNumberGenerator.GetBytes(32));
                break;
        }

        (await ops.Approvals.Tokens.UseAsync(new(text, kind, "a") { Code = token.Code })).Should().BeSameAs(TokenAnswer.Refused);
        await RefusedAsync(ops, refusal <= TokenRefusal.Unknown ? "approval-tokens" : request.Id.Value, refusal);
    }

    [Fact]
    public void Check_Order_IsTheWrittenOne()
    {
        var room = new Room(TwoSteps with { LastEditorMayApprove = false });
        room.Submit();
        var secret = new byte[32];
        var token = new ApprovalToken
        {
            Hash = TokenSecrets.HashOf(secret), Request = new("r1"), Step = 0, Approver = Ben, Parts = [Part("facebook", "v1")], Allowed = [DecisionKind.RequestChanges],
            IssuedAt = Monday, ExpiresAt = Monday - Duration.FromTicks(10), CodeHash = TokenSecrets.CodeHashOf(secret, "123456"), UsedAt = Monday, SupersededAt = Monday, RevokedAt = Monday,
        };
        var use = new TokenUse("", DecisionKind.Approve, "a");
        room.Do(new ApprovalCommand.Revise(Ben, [Part("facebook", "v2")]));
        var stripped = Ordinary with { People = Ordinary.People.Values.Select(p => p.Id.Value == "ben" ? p with { Roles = [] } : p).ToDictionary(p => p.Id) };
        var (facts, closed) = (stripped, room.State with { Runs = [] });
        var found = new List<TokenRefusal?>();

        // Everything is wrong at once; each line puts one thing right, in the order of the checks.
        Look(closed);
        token = token with { ExpiresAt = Monday + Duration.FromDays(1) };
        Look(closed);
        token = token with { UsedAt = null };
        Look(closed);
        token = token with { SupersededAt = null };
        Look(closed);
        token = token with { RevokedAt = null };
        Look(closed);
        facts = Ordinary;
        Look(closed);
        Look(room.State);
        token = token with { Parts = [Part("facebook", "v2")] };
        Look(room.State);
        room.Policy = new(TwoSteps);
        Look(room.State);
        use = use with { Code = "123456" };
        Look(room.State);
        token = token with { Allowed = [DecisionKind.Approve] };
        Look(room.State);

        found.Should().Equal(TokenRefusal.Expired, TokenRefusal.Used, TokenRefusal.Superseded, TokenRefusal.Revoked, TokenRefusal.NotEligible, TokenRefusal.StepClosed, TokenRefusal.ContentChanged, TokenRefusal.FourEyes, TokenRefusal.Assurance, TokenRefusal.Decision, null);

        void Look(ApprovalRequest request) => found.Add(TokenCheck.Check(token, secret, use, request, room.Policy, facts, Monday));
    }

    [Fact]
    public void Issue_Expiry_IsTheEarliestOfThree()
    {
        Expiry(new(), null).Should().Be(Monday + Duration.FromDays(1), "the step's deadline");
        Expiry(new(PublishAt: Monday + Duration.FromHours(5)), null).Should().Be(Monday + Duration.FromHours(5), "the slot");
        Expiry(new(), new SocialOps.Time.ResponseTarget.BusinessDays(9)).Should().Be(Monday + Duration.FromHours(72), "never longer");

        static Instant Expiry(SubmissionTerms terms, SocialOps.Time.ResponseTarget? due) => Task.Run(async () =>
        {
            await using var ops = await ApprovalOps.StartAsync(TwoSteps with { Steps = [TwoSteps.Steps[0] with { DueIn = due }] });
            var request = await ops.SubmitAsync(terms);
            return (await ops.Approvals.Tokens.IssueAsync(request.Id, Ben)).ExpiresAt;
        }).GetAwaiter().GetResult();
    }

    [Fact]
    public async Task Issue_Again_EndsTheEarlierOne()
    {
        await using var ops = await ApprovalOps.StartAsync();
        var (request, first) = await IssueAsync(ops);
        await ops.Approvals.Tokens.IssueAsync(request.Id, Ben);

        (await UseAsync(ops, first, first.Code)).IsDecided.Should().BeFalse();
        await RefusedAsync(ops, request.Id.Value, TokenRefusal.Superseded);
    }

    [Fact]
    public async Task Issue_SomebodyWhoIsNotAsked_IsMisuse()
    {
        await using var ops = await ApprovalOps.StartAsync();
        var request = await ops.SubmitAsync();

        await ((Func<Task>)(async () => await ops.Approvals.Tokens.IssueAsync(request.Id, Carla))).Should().ThrowAsync<InvalidTransitionException>("her step comes later");
    }

    [Fact]
    public async Task Store_HoldsNeitherTokenNorCode()
    {
        await using var ops = await ApprovalOps.StartAsync();
        var (_, token) = await IssueAsync(ops);
        var secret = new byte[32];
        TokenText.TryRead(token.Text, secret);
        var rows = await ops.Store.ReadAsync(TenantId.Default, t => t.QueryAsync(new RecordQuery(ApprovalRecords.Tokens.Name)), default);
        var body = System.Text.Encoding.UTF8.GetString(rows.Items.Single().Body.Span);

        body.Should().NotContain(token.Text).And.NotContain(token.Code).And.NotContain(Convert.ToHexStringLower(secret)).And.NotContain(TokenSecrets.HashOf(System.Text.Encoding.UTF8.GetBytes(token.Code)));
        token.ToString().Should().NotContain(token.Text);
    }

    /// <summary>Mutants of a real token: one to three characters changed, added, dropped or swapped, other cases, other alphabets, noise.</summary>
    [Fact]
    public void Read_Mutants_NoneIsAcceptedAndNoneThrows()
    {
        var random = new Random(20260615);
        var secret = new byte[32];
        random.NextBytes(secret);
        var (text, hash) = (TokenText.Of(secret), TokenSecrets.HashOf(secret));
        var (accepted, readable, read) = (0, 0, new byte[32]);
        for (var i = 0; i < Mutants; i++)
        {
            var mutant = TokenMutants.Of(text, random);
            if (mutant == text)
            {
                continue;
            }

            if (TokenCheck.Read(mutant, read) is null)
            {
                readable++;
                accepted += TokenSecrets.HashOf(read) == hash ? 1 : 0;
            }
        }

        accepted.Should().Be(0);
        readable.Should().BeGreaterThan(Mutants / 10, "otherwise only the form was tried");
    }

    [Fact]
    public async Task Use_MutantsThroughTheStore_NoneIsAccepted()
    {
        await using var ops = await ApprovalOps.StartAsync();
        var (request, token) = await IssueAsync(ops);
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var mutant = TokenMutants.Of(token.Text, random);
            if (mutant != token.Text)
            {
                (await ops.Approvals.Tokens.UseAsync(new(mutant, DecisionKind.Approve, $"address-{i}") { Code = token.Code })).IsDecided.Should().BeFalse();
            }
        }

        (await ops.Approvals.FindAsync(request.Id))!.Decisions.Should().BeEmpty();
        (await UseAsync(ops, token, token.Code)).IsDecided.Should().BeTrue("the token itself is untouched by all that");
    }

    [Fact]
    public async Task Use_ManyAtOnce_DecidesOnce()
    {
        await using var ops = await ApprovalOps.StartAsync();
        var (request, token) = await IssueAsync(ops);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () => await UseAsync(ops, token, token.Code, $"a{i}"))));

        answers.Count(a => a.IsDecided).Should().Be(1);
        (await ops.Approvals.FindAsync(request.Id))!.Decisions.Should().ContainSingle();
    }

    private static async Task<(ApprovalRequest Request, IssuedToken Token)> IssueAsync(ApprovalOps ops)
    {
        var request = await ops.SubmitAsync();
        return (request, await ops.Approvals.Tokens.IssueAsync(request.Id, Ben));
    }

    private static async Task<TokenAnswer> UseAsync(ApprovalOps ops, IssuedToken token, string? code, string address = "203.0.113.1")
        => await ops.Approvals.Tokens.UseAsync(new(token.Text, DecisionKind.Approve, address) { Code = code });

    private static async Task RefusedAsync(ApprovalOps ops, string subject, TokenRefusal refusal)
        => (await ops.AuditAsync(subject)).Last(a => a.Action == "approval.token-refused").Detail.Should().Be($"A token was refused: {refusal}.");
}

internal static class TokenMutants
{
    private const string Noise = "abcdefghijklmnopqrstuvwxyz234567ABCZ0189-_=+/ .\0\uD800äß\u200b";

    public static string Of(string token, Random random)
    {
        var text = token.ToList();
        for (var n = 1 + random.Next(3); n > 0; n--)
        {
            var at = random.Next(text.Count);
            switch (random.Next(8))
            {
                case 0:
                    text.RemoveAt(at);
                    break;
                case 1:
                    text.Insert(at, Noise[random.Next(Noise.Length)]);
                    break;
                case 2:
                    (text[at], text[^1]) = (text[^1], text[at]);
                    break;
                case 3:
                    text[at] = char.ToUpperInvariant(text[at]);
                    break;
                case 4:
                    text[at] = Noise[random.Next(Noise.Length)];
                    break;
                default:
                    text[random.Next(4) == 0 ? text.Count - 1 : at] = Noise[random.Next(32)];
                    break;
            }
        }

        return string.Concat(text);
    }
}
