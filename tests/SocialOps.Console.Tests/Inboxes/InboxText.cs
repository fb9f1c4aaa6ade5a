using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace SocialOps.Console.Tests.Inboxes;

/// <summary>Writes inbox lines.</summary>
internal static class InboxText
{
    public static string Line(string id, Instant at, string text, string account = "radhaus-twitter", string? thread = null, long likes = 0)
    {
        var members = new Dictionary<string, object>
        {
            ["network"] = account.Split('-')[1],
            ["account"] = account,
            ["id"] = id,
            ["at"] = at.ToString("uuuu-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
            ["author"] = $"leser-{id}",
            ["text"] = text,
            ["counters"] = new Dictionary<string, long> { ["likes"] = likes },
        };
        if (thread is not null)
        {
            members["thread"] = thread;
        }

        return JsonSerializer.Serialize(members);
    }
}
