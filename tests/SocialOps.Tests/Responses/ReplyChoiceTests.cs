using NodaTime;
using SocialOps.Channels;
using SocialOps.Responses;

namespace SocialOps.Tests.Responses;

public sealed class ReplyChoiceTests
{
    private static readonly SavedReplyDefinition Reply = new(new("r"), "de", ["eins", "zwei", "drei"]);

    [Fact]
    public void Choose_SameItem_SameWordingWhoeverAsks()
        => Enumerable.Range(0, 5).Select(_ => Text(Reply, Occasion())).Distinct().Should().ContainSingle();

    [Fact]
    public void Choose_ManyItems_TakesTheWordingsInTurn()
        => Enumerable.Range(0, 300).Select(i => Text(Reply, Occasion() with { Item = $"i{i}" })).GroupBy(t => t).Select(g => g.Count()).Should().HaveCount(3).And.OnlyContain(n => n > 60);

    [Fact]
    [Requirement("4.13")]
    public void Choose_WordingsThatTheThreadHasSeen_AreNotTakenAgain()
    {
        var used = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var wording = ReplyChoice.Choose(Reply, Occasion() with { Used = used });
            used.Should().NotContain(wording.Wording);
            used.Add(wording.Wording);
        }

        ReplyChoice.Choose(Reply, Occasion() with { Used = used }).Should().Match<ReplyWording>(w => w.Text == null && w.Why == "every wording of 'r' has been sent in this thread");
    }

    [Fact]
    [Requirement("0.14")]
    public void Choose_VariantForTheCause_ComesBeforeTheOthers()
    {
        var reply = Reply with { Variants = [new("Schaden", Cause: ComplaintCause.Damage), new("auf X", null) { Networks = ["twitter"] }, new("Schaden auf X", Cause: ComplaintCause.Damage) { Networks = ["x"] }] };

        Text(reply, Occasion(Category.Complaint, ComplaintCause.Damage)).Should().Be("Schaden auf X");
        Text(reply, Occasion(Category.Complaint, ComplaintCause.Damage) with { Facts = new("facebook") }).Should().Be("Schaden");
        Text(reply, Occasion()).Should().Be("auf X");
    }

    [Fact]
    public void Choose_VariantsOfToneAndLanguage_AreForTheirOwnOnly()
    {
        var reply = new SavedReplyDefinition(new("r"), "de", ["Danke!"]) { Variants = [new("Danke dir!", Tone: ReplyTone.Informal), new("Thank you!", "en")] };

        Text(reply, Occasion()).Should().Be("Danke!");
        Text(reply, Occasion() with { Tone = ReplyTone.Informal }).Should().Be("Danke dir!");
        Text(reply, Occasion() with { Tone = ReplyTone.Formal }).Should().Be("Danke!");
        Text(reply, Occasion(language: "en")).Should().Be("Thank you!");
    }

    [Fact]
    public void Choose_WordingTooLongForTheNetwork_IsPassedOver()
    {
        var reply = new SavedReplyDefinition(new("r"), "de", [new string('x', 281), "kurz"]);

        Enumerable.Range(0, 20).Select(i => Text(reply, Occasion() with { Item = $"i{i}" })).Should().OnlyContain(t => t == "kurz");
    }

    [Theory]
    [Requirement("4.2")]
    [InlineData(2026, 7, 1, true)]
    [InlineData(2026, 7, 2, false)]
    public void Choose_AfterItsLastDay_IsNotUsed(int year, int month, int day, bool used)
        => (Text(Reply with { Approval = new("x", "petersen", new LocalDate(2026, 1, 1)) }, Occasion() with { Today = new(year, month, day) }) is not null).Should().Be(used);

    [Fact]
    public void Choose_ForACategoryThatItIsNotFor_IsNotUsed() => Text(Reply with { NotFor = [Category.Praise] }, Occasion()).Should().BeNull();

    [Fact]
    public void Choose_AuthorsName_IsFilledInHarmless()
        => Text(new(new("r"), "de", ["Danke, {{author}}, sagt {{client}}!"]), Occasion() with { Author = "@all {{client}}", ClientName = "Radhaus" }).Should().Be("Danke, ＠all {{client}}, sagt Radhaus!");

    [Fact]
    public void ComputeHash_AnyWord_ChangesIt()
    {
        var hash = Reply.ComputeHash();

        (Reply with { Questions = ["q"] }).ComputeHash().Should().NotBe(hash);
        (Reply with { Texts = ["eins", "zwei", "drei "] }).ComputeHash().Should().NotBe(hash);
        (Reply with { Texts = ["eins", "zweidrei"] }).ComputeHash().Should().NotBe(hash);
        (Reply with { FactSource = "elsewhere", ValidUntil = new(2026, 1, 1) }).ComputeHash().Should().Be(hash);
    }

    private static string? Text(SavedReplyDefinition reply, ReplyOccasion occasion) => ReplyChoice.Choose(reply, occasion).Text;

    private static ReplyOccasion Occasion(Category category = Category.Praise, ComplaintCause cause = ComplaintCause.Other, string? language = null)
        => new("item", new("x"), new() { Category = category, Cause = cause, Severity = Severity.None, Labels = [], Language = language is null ? null : new(language, LabelSource.Rule("r"), 1, []) }) { Today = new(2026, 6, 12) };
}
