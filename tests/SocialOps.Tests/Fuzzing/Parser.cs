using System.Text;
using NodaTime;
using SocialOps.Approvals;
using SocialOps.Channels;
using SocialOps.Content.Style;
using SocialOps.Inbox;
using SocialOps.OnCall.Calendars;
using SocialOps.Responses;
using SocialOps.Serialization;
using SocialOps.Storage;
using SocialOps.Time;

namespace SocialOps.Tests.Fuzzing;

/// <summary>Something that reads what strangers write. It gives an answer or one of its own refusals, and nothing else.</summary>
internal sealed record Parser(string Name, IReadOnlyList<string> Corpus, Action<string> Read, params Type[] Refusals)
{
    private static readonly Phrase[] s_phrases = [Phrase.Parse("(sehr) gut|kaputt* (wirklich)"), Phrase.Parse("(a) (a) (a) (a) (a) (a) (a) (a) (aaaa) (aaaa) (ja) b"), Phrase.Literal("Das ist ein Satz, der in jedem Beitrag steht.")];
    private static readonly List<TextWord> s_words = TextWords.Of(Mutator.Repeat("a sehr gut, Bio-Siegel kaputt. ", 2_000));

    private static readonly string[] Comments =
    [
        "Mein Rad ist kaputt!!! Seit 3 Wochen warte ich, Saftladen 😡", "Danke, super Service 👍 @shop #rad http://example.com/a?b=c", "D.u. b1st e1n 1d10t", "ＶＩＡＧＲＡ ｆｒｅｅ www.casino.example",
        "When do you open? I'll call my lawyer. F*** this", "👩‍👩‍👧‍👦 ❤️ ¡Qué mal!", "Wo ist mein Paket (Nr. 12-345)? Antwort bitte bis 17:30.",
    ];

    private static readonly string[] Calendars =
    [
        "BEGIN:VCALENDAR\r\nX-WR-TIMEZONE:Europe/Berlin\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Europe/Berlin:20260329T023000\r\nDTEND;TZID=Europe/Berlin:20260329T100000\r\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261231T000000Z\r\nEXDATE:20260401T003000Z\r\nSUMMARY:Urlaub\\, Teil 1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261227\nRRULE:FREQ=YEARLY\nSUMMARY:Weihnachten\nEND:VEVENT\nEND:VCALENDAR",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101T000000Z\nDURATION:P1D\nRRULE:FREQ=DAILY;INTERVAL=2;COUNT=10\nSUMMARY:Dienst\n mit Umbruch\nEND:VEVENT\nEND:VCALENDAR",
    ];

    public static IReadOnlyList<Parser> All { get; } =
    [
        new("inbound line", [
            """{"network":"x","id":"1","at":"2026-06-12T14:00:00Z","author":"anke","text":"Mein Rad ist kaputt","kind":"comment","thread":"t","inReplyTo":"0","counters":{"likes":1,"comments":2,"shares":3}}""",
            """{"network":"mastodon","account":"shop-m","id":"abc","at":"2026-06-12T14:00:00+02:00","author":"@a@b.example","text":"\ud83d\ude21 \u0000 x","editedAt":"2026-06-12T15:00:00Z"}""",
            """{"network":"x","id":"1","at":"2026-06-12T14:00:00Z","deletedAt":"2026-06-12T14:00:00Z"}"""], t => InboundLine.Read(Bytes(t))),
        new("safe text", Comments, t => { if (!new UTF8Encoding(false, true).GetBytes(SafeText.From(t).Value).AsSpan().IndexOf((byte)0).Equals(-1)) { throw new InvalidOperationException("A NUL is left."); } }),
        new("labels", Comments, t => LexiconClassifier.Default.Classify(SafeText.From(t).Value, new ItemFacts("x"))),
        new("text counters", Comments, t => { foreach (var counter in Enum.GetValues<TextCounter>()) { TextCount.Of(counter, SafeText.From(t).Value); } }),
        new("style words", Comments, t => { var words = TextWords.Of(t); foreach (var phrase in s_phrases) { phrase.FindAll(words).Count(); } }),
        new("style phrase", ["(sehr) gut|kaputt* (wirklich)", "Bio-Siegel", "(a) (a) (a) b"], t => Phrase.Parse(t[..Math.Min(t.Length, 200)]).FindAll(s_words).Count()),
        new("reply template", ["Hallo {{author}}, das tut uns leid. {{client}} auf {{network}}", "{{author|upper}} {{", "}} {{nobody}}"], t => ReplyTemplate.Parse(t, out _).Render(name => $"{{{{{name}}}}}")),
        new("mail reply", ["Ja\n\nMit freundlichen Grüßen\nBen\n\n> Bitte freigeben", "approved\n-- \nBen", "OK\n\nAm 12.06. schrieb Lena:\n> ...", "Freigegeben, aber bitte ändern"], t => MailReplyReader.Read(t)),
        new("token", [TokenText.Of(new byte[32]), TokenText.Of([.. Enumerable.Range(0, 32).Select(i => (byte)(i * 7))])], t => { Span<byte> secret = stackalloc byte[32]; if (TokenText.TryRead(t, secret) && TokenText.Of(secret) != t) { throw new InvalidOperationException("Two spellings of one token."); } }),
        new("calendar feed", Calendars, t => CalendarReader.Read(t, Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2027, 1, 1, 0, 0), "Europe/Berlin")),
        new("holidays", Calendars, t => HolidayFile.ReadICalendar(t), typeof(InvalidDefinitionException)),
        new("opening window", ["08:00-12:30", "22:00-06:00", "00:00-24:00"], t => OpeningWindow.TryParse(t, out _)),
        new("page token", [new PageToken("2026-06-12", "abc").ToString(), PageToken.OfNumbers(7, 0).ToString()], t => PageToken.Parse(t), typeof(ArgumentException)),
    ];

    /// <summary>Bytes as they may come: a lone surrogate becomes what UTF-8 does not allow.</summary>
    private static byte[] Bytes(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (text.Contains('\ud800', StringComparison.Ordinal) && bytes.Length > 3)
        {
            bytes[bytes.Length / 2] = 0xC0;
        }

        return bytes;
    }
}
