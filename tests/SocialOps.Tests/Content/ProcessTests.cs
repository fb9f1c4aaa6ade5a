using NodaTime;
using SocialOps.Content;
using SocialOps.People;
using static SocialOps.Tests.Content.Plans;

namespace SocialOps.Tests.Content;

public sealed class ProcessTests
{
    private static readonly PersonId Lena = new("lena");
    private static readonly PersonId Mara = new("mara");
    private static readonly Instant Now = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly ProcessTemplate Post = new("post", [new("Text", Lena, Mara, Period.FromDays(3), "editor"), new("Bild", Mara, Lena, Period.FromDays(1))]);

    [Fact]
    [Requirement("1.1")]
    [Requirement("1.3")]
    public void Begin_Template_DatesEachStepInLocalTime()
    {
        var afterTheChange = new LocalDateTime(2026, 3, 30, 10, 0);

        ProcessRun.Begin(Post, afterTheChange, Berlin).Steps.Select(s => (s.Name, s.Doer, s.DueAt)).Should().Equal(
            ("Text", Lena, Instant.FromUtc(2026, 3, 27, 9, 0)),
            ("Bild", Mara, Instant.FromUtc(2026, 3, 29, 8, 0)));
    }

    [Fact]
    [Requirement("1.3")]
    public void Complete_DateNotAgreed_NamesWhoIsMissing()
        => FluentActions.Invoking(() => Run().Agree(Lena).Complete("Text", Lena, Now)).Should().Throw<InvalidTransitionException>().WithMessage("*a date that mara did not agree to yet*");

    [Fact]
    [Requirement("1.2")]
    public void Check_ByTheDoer_IsRefused()
        => FluentActions.Invoking(() => Agreed().Complete("Text", Lena, Now).Check("Text", Lena, true, "ok", Now)).Should().Throw<InvalidTransitionException>().WithMessage("*is mara's to check*");

    [Fact]
    [Requirement("1.2")]
    public void Check_NotAccepted_IsToBeDoneAgain()
    {
        var run = Agreed().Complete("Text", Lena, Now).Check("Text", Mara, false, "zu lang", Now);

        run.Next!.Should().Match<RunStep>(s => s.Name == "Text" && s.Note == "zu lang");
        run.Complete("Text", Lena, Now).Check("Text", Mara, true, "gut", Now).WaitingForControl.Should().BeEmpty();
    }

    [Fact]
    [Requirement("1.2")]
    public void Complete_Step_WaitsForItsControlOwner() => Agreed().Complete("Text", Lena, Now).WaitingForControl.Select(s => (s.Name, s.Control)).Should().Equal(("Text", Mara));

    [Fact]
    public void Complete_OutOfOrder_NamesTheStepBefore()
        => FluentActions.Invoking(() => Agreed().Complete("Bild", Mara, Now)).Should().Throw<InvalidTransitionException>().WithMessage("*follows 'Text', which is not done*");

    [Fact]
    public void Agree_Stranger_IsRefused() => FluentActions.Invoking(() => Run().Agree(new("otto"))).Should().Throw<InvalidTransitionException>();

    [Fact]
    [Requirement("1.2")]
    public void Check_Template_FindsOrderAndSelfControl()
        => new ProcessTemplate("p", [new("a", Lena, Lena, Period.FromDays(1)), new("b", Lena, Mara, Period.FromWeeks(1))]).Check().Select(f => f.Rule).Should().Equal("process.self-control", "process.order");

    private static ProcessRun Run() => ProcessRun.Begin(Post, new(2026, 6, 9, 10, 0), Berlin);

    private static ProcessRun Agreed() => Run().Agree(Lena).Agree(Mara);
}
