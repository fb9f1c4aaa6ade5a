using NodaTime;
using SocialOps.Channels;
using SocialOps.Publishing;

namespace SocialOps.Tests.Publishing;

public sealed class PublicationDecisionTests
{
    private static readonly Instant Now = TestAgency.Friday;
    private static readonly PublishCapabilities ByMarker = new(PublishIdempotency.None, PublishLookup.ByMarker, Duration.FromMinutes(2));

    [Fact]
    public void Create_SameContent_HasTheSameKeyAndAnotherTextAnother()
    {
        Draft("a").IdempotencyKey.Should().Be(Draft("a").IdempotencyKey).And.MatchRegex("^[a-z2-7]{52}$");
        Draft("b").IdempotencyKey.Should().NotBe(Draft("a").IdempotencyKey);
    }

    [Fact]
    public void LookedUp_AbsentTwiceButInsideTheSettleWindow_KeepsLooking()
    {
        var unknown = Begun() with { State = PublicationState.OutcomeUnknown, Lookups = 3, AbsencesSeen = 1 };

        var (next, _) = PublicationDecision.LookedUp(unknown, null, ByMarker, Now + Duration.FromMinutes(17));

        next.State.Should().Be(PublicationState.OutcomeUnknown);
    }

    [Fact]
    public void LookedUp_AbsentAfterTheSettleWindow_MaySendAgain()
    {
        var unknown = Begun() with { State = PublicationState.OutcomeUnknown, Lookups = 3, AbsencesSeen = 1 };

        var (next, _) = PublicationDecision.LookedUp(unknown, null, ByMarker, Now + Duration.FromMinutes(17) + Duration.FromSeconds(1));

        next.State.Should().Be(PublicationState.Scheduled);
    }

    [Fact]
    public void LookedUp_ThirdAttempt_IsNeverRepeated()
    {
        var unknown = Begun() with { State = PublicationState.OutcomeUnknown, Attempt = 3, Lookups = 5, AbsencesSeen = 5 };

        var (next, _) = PublicationDecision.LookedUp(unknown, null, ByMarker, Now + Duration.FromDays(1));

        next.State.Should().Be(PublicationState.NeedsHuman);
    }

    [Fact]
    public void LookFailed_AfterLooksThatShowedAbsence_ProvesNothing()
    {
        var unknown = Begun() with { State = PublicationState.OutcomeUnknown, Lookups = 1, AbsencesSeen = 1 };

        var (failed, _) = PublicationDecision.LookFailed(unknown, Now + Duration.FromMinutes(20));
        var (next, _) = PublicationDecision.LookedUp(failed, null, ByMarker, Now + Duration.FromMinutes(30));

        next.State.Should().Be(PublicationState.OutcomeUnknown, "two looks in a row must show that it is not there");
    }

    private static Publication Begun() => PublicationDecision.Begin(Draft("a"), 1, Now);

    private static Publication Draft(string text)
        => PublicationDraft.Create(TenantId.Default, new("p"), null, new("shop-x"), "x", text, "1", new(PublicationBasisKind.Person, "ada", TestOps.Ada, Now, 1), "case", Now);
}
