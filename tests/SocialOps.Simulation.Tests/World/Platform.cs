using System.Text.Json;
using System.Text.Json.Nodes;
using SocialOps.Inbox;
using SocialOps.People;
using SocialOps.Simulation.Tests.Engine;
using SocialOps.Tests;

namespace SocialOps.Simulation.Tests.World;

/// <summary>A platform that delivers at least once: what was not acknowledged comes again, and some of the rest too, in any order.</summary>
internal sealed class Platform(Process process, History history)
{
    private static readonly string[] Texts = ["Der Rahmen ist kaputt!", "danke!", "Mein Kind musste zum Notarzt", "casino", "Wann kommt das Paket?", "danke, aber die Kette ist kaputt", "Danke euch!"];
    private readonly List<InboundDelivery> _pending = [];
    private readonly List<InboundDelivery> _accepted = [];
    private int _numbers;

    /// <summary>What was acknowledged to the platform: it is never lost.</summary>
    public IReadOnlyList<InboundDelivery> Accepted => _accepted;

    public bool HasPending => _pending.Count > 0;

    /// <summary>Somebody else's delivery was acknowledged.</summary>
    public void Thanked(InboundDelivery delivery) => _accepted.Add(delivery);

    /// <summary>Delivers something new, something again, or something that it was not thanked for.</summary>
    public void Deliver()
    {
        var roll = history.IsQuiet ? 99 : history.Random.Below(100);
        var delivery = roll switch
        {
            < 55 => New(),
            < 65 when _accepted.Count > 0 => history.Random.Pick(_accepted),
            < 75 when history.Network.Posts.Count > 0 => OwnPost(),
            < 80 => new InboundDelivery(InboundLine.Format, "no JSON"u8.ToArray(), TestAgency.Shop),
            _ => _pending.Count > 0 ? _pending[history.Random.Below(_pending.Count)] : New(),
        };
        if (!_pending.Contains(delivery))
        {
            _pending.Add(delivery);
        }

        process.Run(async p =>
        {
            try
            {
                var result = await p.Ops.Inbox.ReceiveAsync([delivery]).ConfigureAwait(false);
                history.Log("platform", $"{result[0]}");
                _pending.Remove(delivery);
                _accepted.Add(delivery);
            }
            catch (StoreUnavailableException)
            {
                history.Log("platform", "503, it comes again");
            }
        });
    }

    private InboundDelivery New()
    {
        var client = history.Random.Chance(75) ? TestAgency.Shop : TestAgency.Bakery;
        var number = ++_numbers;
        var thread = history.Random.Chance(40) ? $"t{history.Random.Below(2)}" : null;
        var known = number > 1 && history.Random.Chance(15); // the same item has spread
        return Line(known ? $"c{history.Random.Below(number)}" : $"c{number}", history.Random.Pick(Texts), thread, number, client);
    }

    private InboundDelivery OwnPost()
    {
        var at = history.Random.Below(history.Network.Posts.Count);
        return Line($"post-{at}", history.Network.Posts[at].Text, null, 0, TestAgency.Shop);
    }

    private InboundDelivery Line(string id, string text, string? thread, int likes, ClientId client)
    {
        history.Log("platform", $"shows {client} {id}: {text}");
        return new(InboundLine.Format, JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["network"] = "x",
            ["id"] = id,
            ["at"] = history.Time.Now.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", null),
            ["author"] = history.Random.Chance(50) ? "anke" : "bert",
            ["text"] = text,
            ["thread"] = thread,
            ["counters"] = new JsonObject { ["likes"] = likes, ["comments"] = 0, ["shares"] = 0 },
        }), client);
    }
}
