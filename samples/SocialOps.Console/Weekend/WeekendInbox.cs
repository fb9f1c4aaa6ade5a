using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using SocialOps.Console.Desk;

namespace SocialOps.Console.Weekend;

/// <summary>
/// The Friday complaint and what grew under it, with the published totals (15,000 comments and 150,000 likes by Monday 08:00) and constant exponential growth between: the worst case for
/// whoever has to see it early. Every text is invented.
/// </summary>
internal static class WeekendInbox
{
    public const int Comments = 15_000;
    public const long Likes = 150_000;

    /// <summary>Now and then somebody has the same defect, which asks for a reaction of its own.</summary>
    private const string SameDefect = "Bei mir ist der Rahmen auch gerissen.";

    private static readonly string[] Voices =
    [
        "Mir ist genau das Gleiche passiert.",
        "Unglaublich. Antwortet da eigentlich jemand?",
        "Seit zwei Wochen warte ich auf mein Rad, das ist unverschämt!",
        "Gibt es schon eine Antwort vom Laden?",
        "Das geht gar nicht.",
        "Ich kaufe da nie wieder.",
        "Same here, I am speechless.",
    ];

    public static Instant Start { get; } = new LocalDateTime(2026, 6, 12, 16, 0).InZoneStrictly(Zone).ToInstant();

    public static Instant Monday { get; } = Start + Duration.FromHours(64);

    public static DateTimeZone Zone => DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    public static async IAsyncEnumerable<InboxLine> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        var number = 1L;
        yield return Line(number++, Complaint(0, Start), Start);
        var hour = 1;
        for (var i = 2; i <= Comments; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var at = At(i);
            for (; Start + Duration.FromHours(hour) <= at; hour++)
            {
                var counted = Start + Duration.FromHours(hour);
                yield return Line(number++, Complaint(LikesAt(hour), counted), counted);
            }

            yield return Line(number++, Comment(i, at), at);
        }
    }

    /// <summary>How many comments there are at an instant.</summary>
    public static int CommentsAt(Instant at) => (int)Math.Clamp(Math.Exp(Math.Log(Comments) * (at - Start).TotalHours / 64), 1, Comments);

    private static Instant At(int comment) => Start + Duration.FromMilliseconds((long)(Math.Log(comment) / Math.Log(Comments) * Duration.FromHours(64).TotalMilliseconds));

    private static long LikesAt(int hour) => (long)Math.Exp(Math.Log(Likes) * hour / 64);

    private static JsonObject Complaint(long likes, Instant at) => new()
    {
        ["network"] = "facebook",
        ["account"] = "radhaus-facebook",
        ["id"] = "beschwerde",
        ["at"] = Start.ToString(),
        ["author"] = "Anke M.",
        ["text"] = "Zwei Wochen nach dem Kauf ist der Rahmen meines Rades gerissen. Ich bin enttäuscht, dass niemand ans Telefon geht!",
        ["kind"] = "visitorPost",
        ["counters"] = new JsonObject { ["likes"] = likes, ["comments"] = CommentsAt(at) - 1 },
    };

    private static JsonObject Comment(int number, Instant at) => new()
    {
        ["network"] = "facebook",
        ["account"] = "radhaus-facebook",
        ["id"] = $"kommentar-{number}",
        ["at"] = at.ToString("uuuu-MM-dd'T'HH:mm:ss.FFFFFF'Z'", null),
        ["author"] = $"leser-{number}",
        ["text"] = number % 64 == 3 ? SameDefect : Voices[number % Voices.Length],
        ["thread"] = "beschwerde",
    };

    private static InboxLine Line(long number, JsonObject json, Instant at) => new(number, JsonSerializer.SerializeToUtf8Bytes(json), at);
}
