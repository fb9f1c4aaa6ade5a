using SocialOps.Console.Tests.Processes;

namespace SocialOps.Console.Tests.BrokenInputs;

public sealed class BrokenLineTests(InboxFixture inbox) : IClassFixture<InboxFixture>
{
    [Theory]
    [InlineData(4, "in quarantine: not JSON at byte 26: a quote, a comma, a colon or a bracket is missing there, or something stands there that is no JSON.")]
    [InlineData(5, "in quarantine: a JSON Array stands where an object is expected, e.g. {\"network\":\"x\",\"id\":\"1\",\"at\":\"2026-01-09T15:04:05Z\",\"author\":\"a\",\"text\":\"t\"}.")]
    [InlineData(6, "text: characters that no text can hold (U+0000, half a surrogate pair) are shown as \uFFFD; the raw bytes are kept.")]
    [InlineData(7, "text: characters that no text can hold (U+0000, half a surrogate pair) are shown as \uFFFD; the raw bytes are kept.")]
    [InlineData(8, "text: only the first 65536 bytes are shown; the raw bytes are kept.")]
    [InlineData(9, "5,000,144 bytes; at most 4,194,304 are taken. Not stored.")]
    [InlineData(10, "in quarantine: at: '0000-02-03T09:00:00Z' lies outside of the years 2000 to 2199.")]
    [InlineData(11, "in quarantine: not UTF-8: save the file as UTF-8.")]
    [InlineData(15, "in quarantine: account: 'nobodys' is no client's account. Add it to a client, or leave the member out.")]
    [InlineData(17, "in quarantine: network: 5 stands where a text is expected.; id: '' is not an id: 1 to 150 well-formed characters.; author: is missing.; at: '2026-02-03' is not an instant; write it as 2026-01-09T15:04:05Z.; counters.likes: -1 is not a whole number from 0 up.")]
    [InlineData(18, "in quarantine: at: '1999-02-03T09:00:00Z' lies outside of the years 2000 to 2199.")]
    [InlineData(20, "in quarantine: at: '9999-12-31T23:59:59Z' lies outside of the years 2000 to 2199.")]
    public void Run_BrokenLine_NamesItsNumberAndTheFault(int number, string message)
        => Said(number).Should().Be(message);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(16)]
    [InlineData(19)]
    public void Run_GoodLine_SaysNothing(int number) => Said(number).Should().BeNull();

    [Fact]
    public void Run_BrokenLines_EndsWellWithJsonAlone()
    {
        inbox.Result.ExitCode.Should().Be(0);
        inbox.Result.Json.GetProperty("unattended").GetInt32().Should().Be(0);
    }

    [Fact]
    public void Run_BrokenLines_CountsLinesDuplicatesAndQuarantine()
    {
        var summary = inbox.Result.Json;

        summary.GetProperty("quarantined").GetInt32().Should().Be(9);
        summary.GetProperty("duplicates").GetInt32().Should().Be(2);
        summary.GetProperty("items").GetInt32().Should().Be(10);
    }

    [Fact]
    public void Run_DateFarAhead_IsNoReasonToJumpThere()
        => inbox.Database.Texts("SELECT datetime(max(at) / 1000000, 'unixepoch') FROM so_audit_event").Should().Match(t => string.CompareOrdinal(t.Single(), "2026-02-07") < 0);

    [Fact]
    public void Run_BrokenLines_LosesNothingElse()
        => inbox.Database.Texts("SELECT json_extract(body, '$.ExternalId') FROM so_record WHERE kind = 'inbound-item' ORDER BY 1")
            .Should().Equal("bom", "crlf", "last", "lone", "long", "more", "nul", "twice");

    [Fact]
    public void Run_SameIdWithOtherCounters_KeepsTheHighest()
        => inbox.Database.Texts("SELECT json_extract(body, '$.Counters.Likes') || '' FROM so_record WHERE kind = 'inbound-item' AND id LIKE '%/twice'").Should().Equal("7");

    [Fact]
    public void Run_RepairedText_KeepsTheRawBytes()
        => inbox.Database.Texts("SELECT json_extract(body, '$.Text') FROM so_record WHERE kind = 'inbound-item' AND id LIKE '%/lone'").Should().Equal("kaputt \uFFFD hier");

    private string? Said(int number)
    {
        var start = $"line {number}: ";
        return inbox.Result.Errors.Split('\n').Select(l => l.TrimEnd('\r')).SingleOrDefault(l => l.StartsWith(start, StringComparison.Ordinal))?[start.Length..];
    }
}
