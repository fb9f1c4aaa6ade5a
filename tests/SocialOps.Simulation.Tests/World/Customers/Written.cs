using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using SocialOps.Inbox;
using SocialOps.People;

namespace SocialOps.Simulation.Tests.World.Customers;

/// <summary>Something that a customer wrote, in all its versions, and whether it was taken back.</summary>
internal sealed class Written(ClientId client, string id, string author, string thread, Instant at)
{
    private readonly List<(long Second, string Text)> _accepted = [];
    private bool _isShown;

    public ClientId Client => client;

    public string Author => author;

    public string Thread => thread;

    /// <summary>The item under which it is kept.</summary>
    public string Item => $"{client}/x/{id}";

    /// <summary>The newest version that the library was thanked for; of two of one instant the one that comes later in the alphabet.</summary>
    public string? Text => _accepted.OrderBy(v => v.Second).ThenBy(v => v.Text, StringComparer.Ordinal).LastOrDefault().Text;

    public bool IsTakenBack { get; private set; }

    public static bool IsComplaint(string text) => text.Contains("kaputt", StringComparison.Ordinal) || text.Contains("Notarzt", StringComparison.Ordinal);

    /// <summary>A version, the first or a later one.</summary>
    public (InboundDelivery Delivery, Action Accepted) Version(Instant now, string text, int comments = 0)
    {
        var edited = _isShown ? now : (Instant?)null;
        _isShown = true;
        return (Line(text, comments, edited, null), () => _accepted.Add(((edited ?? at).ToUnixTimeSeconds(), text)));
    }

    /// <summary>Its author takes it back.</summary>
    public (InboundDelivery Delivery, Action Accepted) TakeBack(Instant now) => (Line(null, 0, null, now), () => IsTakenBack = true);

    private InboundDelivery Line(string? text, int comments, Instant? edited, Instant? deleted)
    {
        var line = new JsonObject
        {
            ["network"] = "x",
            ["id"] = id,
            ["at"] = Iso(at),
            ["author"] = author,
            ["thread"] = thread,
            ["counters"] = new JsonObject { ["likes"] = 0, ["comments"] = comments, ["shares"] = 0 },
        };
        foreach (var (name, value) in new[] { ("text", text), ("editedAt", edited is { } e ? Iso(e) : null), ("deletedAt", deleted is { } d ? Iso(d) : null) })
        {
            if (value is not null)
            {
                line[name] = value;
            }
        }

        return new(InboundLine.Format, JsonSerializer.SerializeToUtf8Bytes(line), client);
    }

    private static string Iso(Instant at) => at.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", null);
}
