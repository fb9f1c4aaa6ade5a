using SocialOps.Channels;
using SocialOps.Responses;

namespace SocialOps.Tests.Inbox.Complaints;

public sealed class ComplaintWordingTests
{
    [Theory]
    [InlineData("Das tut uns sehr leid, Anke!", true)]
    [InlineData("Wir bitten um Entschuldigung.", true)]
    [InlineData("We are so sorry to hear that.", true)]
    [InlineData("Please accept our apologies.", true)]
    [InlineData("Wir schauen nach.", false)]
    [InlineData("Leider geht das nicht.", false)]
    public void Apologises_Text_IsHeard(string text, bool expected) => ComplaintWording.Apologises(text).Should().Be(expected);

    [Theory]
    [InlineData("Wir ersetzen den Rahmen.", true)]
    [InlineData("Du bekommst dein Geld zurück.", true)]
    [InlineData("Wir übernehmen natürlich alle Kosten.", true)]
    [InlineData("We will refund you.", true)]
    [InlineData("Wir melden uns morgen.", false)]
    [InlineData("We get back to you tomorrow.", false)]
    public void PromisesCompensation_Text_IsHeard(string text, bool expected) => ComplaintWording.PromisesCompensation(text).Should().Be(expected);

    [Theory]
    [InlineData("Ich will Schadenersatz!", true)]
    [InlineData("Wer bezahlt mir das?", true)]
    [InlineData("I want my money back", true)]
    [InlineData("Der Rahmen ist gerissen.", false)]
    public void ClaimsCompensation_Text_IsHeard(string text, bool expected) => ComplaintWording.ClaimsCompensation(text).Should().Be(expected);

    [Fact]
    [Requirement("0.15")]
    public void FindFault_AdmissionWhereDamageWasDone_IsRefusedEvenWhenTheClientPays()
        => ComplaintWording.FindFault("Es tut uns leid, das war unser Fehler.", isFirst: true, ComplaintCause.Damage, allowsCompensation: true).Should().Contain("regrets and admits nothing");

    [Fact]
    public void FindFault_RegretWhereDamageWasDone_IsFine()
        => ComplaintWording.FindFault("Es tut uns leid, dass das passiert ist.", isFirst: true, ComplaintCause.Damage, allowsCompensation: false).Should().BeNull();

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("\ud800 leid")]
    [InlineData("tut tut tut tut tut leid")]
    public void Apologises_OddText_DoesNotThrow(string text) => ((Action)(() => ComplaintWording.Apologises(text))).Should().NotThrow();
}
