using SocialOps.Channels;
using SocialOps.Responses;

namespace SocialOps.Tests.Responses;

public sealed class LexiconClassifierTests
{
    [Theory]
    [InlineData("Vielen lieben Dank, ihr seid spitze!", Category.Praise)]
    [InlineData("Könnt ihr mir sagen, wann ihr am Samstag öffnet?", Category.Question)]
    [InlineData("Das Rad funktioniert nicht, schon nach zwei Tagen.", Category.Complaint)]
    [InlineData("The charger stopped working and nobody answers.", Category.Complaint)]
    [InlineData("Seid ihr alle Arschlöcher oder was", Category.Insult)]
    [InlineData("Mein Anwalt meldet sich bei Ihnen.", Category.LegalOrPress)]
    [InlineData("Hilfe, der Akku brennt!", Category.SafetyEmergency)]
    [InlineData("Ich will nicht mehr leben.", Category.SafetyEmergency)]
    [InlineData("Wir finden euch.", Category.HateOrThreat)]
    [InlineData("Gratis Follower, jetzt klicken und gewinnen", Category.Spam)]
    public void Classify_PlainCase_FindsIt(string text, Category category)
        => Labels(text).Should().Contain(l => l.Category == category);

    [Theory]
    [InlineData("Die Rechnung stimmt nicht, ihr habt doppelt abgebucht", ComplaintCause.Billing)]
    [InlineData("Ich warte seit drei Wochen und niemand meldet sich", ComplaintCause.Service)]
    [InlineData("Der Sattel ist defekt, ein klarer Garantiefall", ComplaintCause.ProductDefect)]
    [InlineData("Die Maschine hat meine Hose ruiniert, ich will Schadensersatz", ComplaintCause.Damage)]
    [InlineData("You charged twice, I want my money back", ComplaintCause.Billing)]
    public void Classify_Complaint_NamesItsCause(string text, ComplaintCause cause)
        => Labels(text).Should().Contain(l => l.Category == Category.Complaint && l.Cause == cause);

    [Theory]
    [InlineData("Du bist ein V0llidi0t")]
    [InlineData("v o l l i d i o t")]
    [InlineData("Vollidiooooot")]
    [InlineData("Vоllidiоt", "Cyrillic o")]
    [InlineData("V\u200Boll\u00ADidiot")]
    [InlineData("𝐕𝐨𝐥𝐥𝐢𝐝𝐢𝐨𝐭")]
    [InlineData("V.o.l.l.i.d.i.o.t")]
    [InlineData("a$$hole")]
    [InlineData("Arschl*ch")]
    public void Classify_DisguisedInsult_IsFoundAtItsPlace(string text, string why = "")
    {
        var label = Labels(text).Should().Contain(l => l.Category == Category.Insult, why).Which;

        label.Evidence.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("Der Service ist gut", Sentiment.Positive)]
    [InlineData("Der Service ist gar nicht gut, gefällt mir nicht", Sentiment.Negative)]
    [InlineData("Nicht schlecht, weiter so!", Sentiment.Positive)]
    [InlineData("Schlecht, weiter so geht das nicht", Sentiment.Negative)]
    [InlineData("So ein Mist :(", Sentiment.Negative)]
    [InlineData("😡😡", Sentiment.Negative)]
    [InlineData("This is awful", Sentiment.Negative)]
    public void Classify_Sentiment_MindsNegation(string text, Sentiment sentiment)
        => LexiconClassifier.Default.Classify(text, new("x")).Sentiment!.Value.Should().Be(sentiment);

    [Theory]
    [InlineData("Wann habt ihr morgen geöffnet?", "de")]
    [InlineData("What time do you open on Sunday?", "en")]
    [InlineData("12345", null)]
    public void Classify_Language_IsTold(string text, string? language)
        => LexiconClassifier.Default.Classify(text, new("x")).Language?.Value.Should().Be(language);

    [Theory]
    [InlineData("Danke Bahn für 60 Minuten Verspätung!")]
    [InlineData("Na toll, danke auch. Wieder nichts angekommen.")]
    [InlineData("Thanks for nothing")]
    public void Classify_Sarcasm_IsNeverSurePraise(string text)
        => new ResponsePolicy(new() { Id = new("p") }).Classify(text, "x").Labels.Should().NotContain(l => l.Category == Category.Praise && l.Acts);

    [Fact]
    public void Classify_WordsInNamesAndAddresses_DoNotCount()
        => Labels("@vollidiot https://vollidiot.example/arschloch").Should().NotContain(l => l.Category == Category.Insult && l.Evidence.Count > 0);

    [Theory]
    [InlineData("Meine Nachbarn sind Muslime und kaufen gern bei euch ein.")]
    [InlineData("Ich bin Jude und frage mich, ob ihr koschere Torten habt.")]
    [InlineData("Mein Mann ist schwul? Nein, aber mein Bruder, und er heiratet im Mai.")]
    [InlineData("Gestern war eine Gruppe von Flüchtlingen in der Bäckerei, schöner Abend.")]
    [InlineData("Frau Merkel war heute in Hamburg.")]
    [InlineData("Wir sind eine türkische Familie mit drei Kindern und suchen ein Rad.")]
    [InlineData("Habt ihr Rampen für Behinderte?")]
    [InlineData("In der Moschee um die Ecke ist Tag der offenen Tür.")]
    public void Classify_PeopleAreNamed_IsNoOffence(string text)
        => Labels(text).Should().NotContain(l => l.Category == Category.Insult || l.Category == Category.HateOrThreat);

    [Theory]
    [InlineData("Rechnungsfehler")]
    [InlineData("Zugausfälle")]
    [InlineData("Bahnchaos")]
    public void Classify_GermanCompound_IsTakenApart(string text)
        => LexiconClassifier.Default.Classify(text, new("x")).Sentiment!.Value.Should().NotBe(Sentiment.Positive);

    private static IReadOnlyList<CategoryScore> Labels(string text) => LexiconClassifier.Default.Classify(text, new("x")).Labels;
}
