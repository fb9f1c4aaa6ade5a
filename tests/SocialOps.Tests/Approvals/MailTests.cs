using SocialOps.Approvals;
using static SocialOps.Tests.Approvals.Room;

namespace SocialOps.Tests.Approvals;

[Requirement("0.7")]
public sealed class MailTests
{
    [Theory]
    [InlineData("freigegeben")]
    [InlineData("Freigegeben.")]
    [InlineData("  FREIGEGEBEN!  ")]
    [InlineData("ok, Freigabe")]
    [InlineData("grünes Licht")]
    [InlineData("Gru\u0308nes Licht!")]
    [InlineData("gruenes licht")]
    [InlineData("Approved")]
    [InlineData("Looks good, approved!")]
    [InlineData("\r\n\r\nfreigegeben\r\n\r\nViele Grüße\r\nCarla Meyer\r\nShop GmbH, Hafenstraße 5\r\n")]
    [InlineData("freigegeben\n\nMfG\nCarla")]
    [InlineData("approved\n-- \nCarla\nPlease do not print this mail. Not for forwarding.")]
    [InlineData("freigegeben\n\nVon meinem iPhone gesendet\n\nAm 15.06.2026 um 09:00 schrieb Studio Nord <hallo@agency.example>:\n> Bitte nicht freigeben?\n> aber warten")]
    [InlineData("freigegeben\n\n-----Ursprüngliche Nachricht-----\nVon: Studio\nBitte noch nicht!")]
    [InlineData("approved\n________________________________\nFrom: Studio\nno")]
    [InlineData("freigegeben\n\nVon: Studio Nord\nGesendet: Montag\nNicht freigegeben?")]
    [InlineData("Am Mo., 15. Juni 2026 um 09:00 Uhr schrieb Studio Nord <\nhallo@agency.example>:\n\n> Dürfen wir?\n\nfreigegeben")]
    [InlineData("> Dürfen wir?\n\nfreigegeben")]
    [InlineData("On Mon, Jun 15, 2026 at 9:00 AM Studio <x@y.example> wrote:\n> May we?\napproved")]
    public void Read_APlainYes_IsOne(string text) => MailReplyReader.Read(text).IsApproval.Should().BeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("nicht freigegeben")]
    [InlineData("freigegeben?")]
    [InlineData("freigegeben ?")]
    [InlineData("Nicht approved")]
    [InlineData("not approved")]
    [InlineData("approved?")]
    [InlineData("freigegeben, aber ohne Bild")]
    [InlineData("freigegeben\naber bitte erst den Preis ändern")]
    [InlineData("freigegeben\n\nViele Grüße\nCarla\nP.S. Preis noch ändern")]
    [InlineData("freigegeben\n\nLG\nCarla\n\nAber nicht vor Montag")]
    [InlineData("freigegeben\nich melde mich nochmal")]
    [InlineData("approved\n\nThanks\nonly if legal agrees")]
    [InlineData("approved\n> May we post this?\nno, not this one")]
    [InlineData("Hallo Lena,\nfreigegeben")]
    [InlineData("Freigabe folgt")]
    [InlineData("keine Freigabe")]
    [InlineData("noch kein grünes Licht")]
    [InlineData("rotes Licht")]
    [InlineData("frei gegeben")]
    [InlineData("freigegeben\u200b")]
    [InlineData("\u202efreigegeben")]
    [InlineData("fre\u0456gegeben")]
    [InlineData("ok")]
    [InlineData("👍")]
    [InlineData("> freigegeben")]
    [InlineData("Am 15.06.2026 um 09:00 schrieb Studio Nord:\nfreigegeben")]
    [InlineData("-----Original Message-----\nfreigegeben")]
    [InlineData("-- \nfreigegeben")]
    [InlineData("I am out of office until Monday. approved")]
    [InlineData("disapproved")]
    [InlineData("unapproved")]
    [InlineData("approved approved")]
    [InlineData("freigegeben oder nicht")]
    [InlineData("freigegeben\n\nLG\nWann geht es online?")]
    [InlineData("\uD800")]
    public void Read_AnythingElse_IsForAPerson(string text) => MailReplyReader.Read(text).IsApproval.Should().BeFalse();

    [Fact]
    public void Read_HugeAndHostile_IsQuickAndNeverThrows()
    {
        var random = new Random(5);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        foreach (var piece in new[] { "Am 1 schrieb ", "> ", "-", "ä", "\n", "On 1 wrote:\n", "freigegeben\n", "\uDC00" })
        {
            MailReplyReader.Read(string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)));
        }

        for (var i = 0; i < 2_000; i++)
        {
            MailReplyReader.Read(new string([.. Enumerable.Range(0, random.Next(200)).Select(_ => (char)random.Next(char.MaxValue))]));
        }

        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20), "it is linear: far below in practice");
    }

    [Fact]
    public async Task Receive_ByPlusAddress_DecidesForTheApprover()
    {
        await using var ops = await ApprovalOps.StartAsync();
        var (request, token) = await AskCarlaAsync(ops);

        var answer = await ops.Approvals.Mail.ReceiveAsync(Mail("grünes Licht!") with { To = [$"Freigabe+{token.Text.ToUpperInvariant()}@agency.example"] });

        answer.ForPeople.Should().BeNull();
        var decision = answer.Request!.Decisions[^1];
        (decision.By, decision.Via, decision.Assurance, decision.Comment).Should().Be((Carla, "mail", AssuranceLevel.Verified, "gruenes licht"));
        decision.Evidence.Should().Equal("reply-1@shop.example");
        (await ops.Approvals.CheckAsync(request.Id, new([Part("facebook", "v1")]))).Basis.Should().Be(ApprovalBasis.Quorum);
    }

    [Fact]
    public async Task Receive_ByWhatItAnswers_DecidesOnce()
    {
        await using var ops = await ApprovalOps.StartAsync();
        await AskCarlaAsync(ops);
        var mail = Mail("freigegeben") with { InReplyTo = ["ask-1@agency.example"] };

        (await ops.Approvals.Mail.ReceiveAsync(mail)).Request.Should().NotBeNull();
        (await ops.Approvals.Mail.ReceiveAsync(mail)).ForPeople.Should().Contain("no longer open");
    }

    public static TheoryData<string, Func<MailReply, MailReply>> Doubtful() => new()
    {
        { "names no question", m => m with { InReplyTo = ["other@agency.example"] } },
        { "not verified", m => m with { Dmarc = MailVerdict.Fail } },
        { "not verified", m => m with { Dmarc = MailVerdict.None } },
        { "not verified", m => m with { Spf = MailVerdict.Fail, Dkim = MailVerdict.None } },
        { "approver's own address", m => m with { From = "praktikant@shop.example" } },
        { "sent by a program", m => m with { IsAutomatic = true } },
        { "no phrase of the list", m => m with { Text = "Sieht gut aus, nur das Logo ist alt." } },
        { "could take it back", m => m with { Text = "freigegeben\naber erst am Montag" } },
    };

    [Theory]
    [MemberData(nameof(Doubtful))]
    public async Task Receive_AnyDoubt_GoesToAPersonAndDecidesNothing(string why, Func<MailReply, MailReply> change)
    {
        await using var ops = await ApprovalOps.StartAsync();
        var (request, _) = await AskCarlaAsync(ops);

        var answer = await ops.Approvals.Mail.ReceiveAsync(change(Mail("freigegeben") with { InReplyTo = ["ask-1@agency.example"] }));
        await ops.Ops.DrainAsync();

        answer.ForPeople.Should().Contain(why);
        (await ops.Approvals.FindAsync(request.Id))!.Decisions.Should().ContainSingle("only Ben's");
        if (!why.Contains("names no question", StringComparison.Ordinal))
        {
            ops.Ops.Desk.Told.SelectMany(t => t.Notices).Should().Contain(n => n.Recipient == Dora && n.Text.Contains("must be read by a person"));
        }
    }

    [Fact]
    public async Task Receive_RiskHigh_IsNotEnough()
    {
        await using var ops = await ApprovalOps.StartAsync();
        await AskCarlaAsync(ops, new(RiskClass.High));

        (await ops.Approvals.Mail.ReceiveAsync(Mail("freigegeben") with { InReplyTo = ["ask-1@agency.example"] })).ForPeople.Should().Contain("needs a session");
    }

    private static MailReply Mail(string text) => new("Carla@shop.example", ["freigabe@agency.example"], text) { MessageId = "reply-1@shop.example", Spf = MailVerdict.Pass, Dkim = MailVerdict.Pass, Dmarc = MailVerdict.Pass };

    private static async Task<(ApprovalRequest Request, IssuedToken Token)> AskCarlaAsync(ApprovalOps ops, SubmissionTerms? terms = null)
    {
        var request = await ops.SubmitAsync(terms);
        await ops.DecideAsync(request.Id, Ben);
        return (request, await ops.Approvals.Tokens.IssueAsync(request.Id, Carla, messageId: "ask-1@agency.example"));
    }
}
