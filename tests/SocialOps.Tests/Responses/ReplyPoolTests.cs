using NodaTime;
using SocialOps.Responses;

namespace SocialOps.Tests.Responses;

public sealed class ReplyPoolTests
{
    private static readonly LocalDate Today = new(2026, 6, 12);
    private static readonly ReplyPool Pool = new(
    [
        new(new("hours"), "de", ["9 bis 18 Uhr."]) { Questions = ["Wann habt ihr geöffnet", "Wie sind eure Öffnungszeiten"] },
        new(new("returns"), "de", ["30 Tage."]) { Questions = ["Wie kann ich das Rad zurückgeben", "How do I return a bike"], ValidUntil = new(2026, 6, 30) },
        new(new("thanks"), "de", ["Danke!"]),
    ]);

    [Theory]
    [Requirement("4.13")]
    [InlineData("Hallo, wann habt ihr denn am Samstag geöffnet?", "hours")]
    [InlineData("öffnungszeiten??? wie sind eure", "hours")]
    [InlineData("WIE SIND EURE OEFFNUNGSZEIT", "hours")]
    [InlineData("Ich will mein Rad zurückgeben, wie kann ich das?", "returns")]
    [InlineData("Hi, how can I return my bike", "returns")]
    public void Search_AQuestionInOtherWords_FindsItsAnswer(string text, string reply)
        => Pool.Search(text, Today)[0].Should().Match<PoolMatch>(m => m.Reply == new SavedReplyId(reply) && m.Score >= ReplyPool.Proposed);

    [Theory]
    [InlineData("Schönes Wetter heute")]
    [InlineData("Was kostet das Rad?")]
    [InlineData("")]
    public void Search_SomethingElse_IsNotProposed(string text) => Pool.Search(text, Today).Should().NotContain(m => m.Score >= ReplyPool.Proposed);

    [Fact]
    [Requirement("4.2")]
    public void Search_AnswerWhoseFactsAreDueForACheck_IsPassedOver()
        => Pool.Search("Wie kann ich das Rad zurückgeben", new(2026, 7, 1)).Should().NotContain(m => m.Reply == new SavedReplyId("returns"));

    [Fact]
    public void Search_NoPool_FindsNothing() => new ReplyPool([]).Search("Wann habt ihr geöffnet", Today).Should().BeEmpty();
}
