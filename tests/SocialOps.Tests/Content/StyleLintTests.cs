using NodaTime;
using SocialOps.Content;
using SocialOps.People;
using static SocialOps.Tests.Content.Variants;

namespace SocialOps.Tests.Content;

public sealed class StyleLintTests
{
    private static readonly LocalDate Today = new(2026, 6, 12);

    private static readonly StyleGuide Guide = new()
    {
        Forbidden = [new("billig*", "the brand is not cheap", "günstig"), new("best (ever|of) (all) bakery", "no superlatives", null, FindingSeverity.Warning)],
        Required = [new("Anzeige|Werbung", "paid posts are marked", WhenPaid: true), new("Preise inkl MwSt", "price law", WhenSaying: "€")],
        Statements = [new("organic", "100 % Bio-Mehl", "certificate DE-ÖKO-006", new Recipient.OfClient(new("shop"), "owner"), Today, ["bio"])],
    };

    [Fact]
    [Requirement("4.19")]
    public void Check_ForbiddenPhrase_GivesSpanAndWayOut()
    {
        var finding = Lint("So  BILLIGER als nie!").Should().ContainSingle().Subject;

        finding.Should().Be(new ContentFinding(FindingSeverity.Error, "phrase.forbidden", "variants[shop-x].text", "BILLIGER", "'BILLIGER' must not be said: the brand is not cheap", "Say 'günstig' instead.", new TextSpan(4, 8)));
    }

    [Theory]
    [Requirement("4.19")]
    [InlineData("best bakery", 1)]
    [InlineData("The best\never  bakery, the best of all bakery", 2)]
    [InlineData("best new bakery", 0)]
    [InlineData("unbillig", 0)]
    [InlineData("bestbakery", 0)]
    public void Check_Phrases_AreMatchedWordByWord(string text, int expected) => Lint(text).Should().HaveCount(expected);

    [Theory]
    [Requirement("4.19")]
    [InlineData("Hallo", true, 1)]
    [InlineData("Anzeige: Hallo", true, 0)]
    [InlineData("WERBUNG Hallo", true, 0)]
    [InlineData("Hallo", false, 0)]
    [InlineData("Nur 3 €", false, 1)]
    [InlineData("Nur 3 € (Preise inkl MwSt)", false, 0)]
    public void Check_RequiredPhrase_IsMissedWhereItIsDue(string text, bool isPaid, int expected)
        => StyleLint.Check(Saying(text) with { IsPaidPartnership = isPaid }, Guide, Today).Count(f => f.Rule == "phrase.required").Should().Be(expected);

    [Fact]
    [Requirement("4.2")]
    [Requirement("4.19")]
    public void Check_StatementOnItsLastDay_IsStillTrue() => Lint("Mit 100 % Bio-Mehl gebacken").Should().BeEmpty();

    [Fact]
    [Requirement("4.2")]
    [Requirement("4.19")]
    public void Check_StatementADayLater_NamesOwnerAndSource()
    {
        var finding = StyleLint.Check(Saying("Mit 100 % Bio-Mehl gebacken"), Guide, Today.PlusDays(1)).Should().ContainSingle().Subject;

        finding.Rule.Should().Be("statement.expired");
        finding.Severity.Should().Be(FindingSeverity.Error);
        finding.Span.Should().Be(new TextSpan(4, 14));
        finding.Remedy.Should().Be("Ask owner (shop) to confirm it anew (certificate DE-ÖKO-006), or leave it out.");
    }

    [Fact]
    [Requirement("4.19")]
    public void Check_TopicInOtherWords_ProposesTheStatement()
        => Lint("Alles Bio!").Should().ContainSingle().Which.Remedy.Should().StartWith("Say '100 % Bio-Mehl', or have owner (shop) confirm");

    [Theory]
    [Requirement("1.6")]
    [InlineData("Das stimmt so nicht.", "de", true)]
    [InlineData("Wie bereits erwähnt, kommt er morgen.", null, true)]
    [InlineData("Beruhigen Sie sich bitte", "de-AT", true)]
    [InlineData("As we already said, it ships today.", "en", true)]
    [InlineData("You have misunderstood us", "en", true)]
    [InlineData("Calm down", "de", false)]
    [InlineData("Es tut uns leid, wir kümmern uns darum.", "de", false)]
    [InlineData("As we open at nine, you should come early.", "en", false)]
    [InlineData("Das stimmt, und nicht nur heute.", "de", false)]
    public void Check_Tone_HintsAtDefence(string text, string? language, bool isDefensive)
        => StyleLint.Check(Saying(text) with { Language = language }, StyleGuide.Empty, Today).Any(f => f is { Rule: "tone.defensive", Severity: FindingSeverity.Warning }).Should().Be(isDefensive);

    [Fact]
    public void Defensive_EveryPhrase_MatchesItsOwnWords()
    {
        foreach (var phrase in ToneList.Defensive.Phrases)
        {
            var plain = string.Join(' ', phrase.Phrase.Split(' ').Where(w => !w.StartsWith('(')).Select(w => w.Split('|')[0]));
            plain.Split(' ').Should().HaveCountGreaterThanOrEqualTo(phrase.Phrase.Contains('|', StringComparison.Ordinal) ? 1 : 2, "'{0}' must not match a common word alone", phrase.Phrase);
            StyleLint.Check(Saying(plain) with { Language = phrase.Language }, StyleGuide.Empty, Today).Should().Contain(f => f.Remedy == phrase.Hint, "'{0}' stands there", plain);
        }
    }

    [Fact]
    public void Check_FirstComment_IsReadToo()
        => StyleLint.Check(Saying("a") with { FirstComment = "billig" }, Guide, Today).Should().ContainSingle().Which.Place.Should().Be("variants[shop-x].firstComment");

    private static IReadOnlyList<ContentFinding> Lint(string text) => StyleLint.Check(Saying(text), Guide, Today);
}
