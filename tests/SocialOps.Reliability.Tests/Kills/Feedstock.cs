using System.Text.Json;
using System.Text.Json.Nodes;
using SocialOps.FakeNetwork;

namespace SocialOps.Reliability.Tests.Kills;

/// <summary>What a history's network shows: praise, complaints, spam, lines that nobody can read, and what a person does about earlier ones.</summary>
internal sealed class Feedstock(Random random)
{
    private readonly List<Delivery> _all = [];
    private readonly List<string> _items = [];

    public IReadOnlyList<Delivery> All => _all;

    public Delivery[] Next(int count, DateTimeOffset now)
    {
        var next = new Delivery[count];
        for (var i = 0; i < count; i++)
        {
            next[i] = One(_all.Count + 1, now);
            _all.Add(next[i]);
        }

        return next;
    }

    /// <summary>The id that the library gives to a delivered item, or <see langword="null"/> for what nobody can read.</summary>
    public static string? ItemOf(Delivery delivery)
    {
        if (!delivery.Body.EndsWith('}'))
        {
            return null;
        }

        var line = JsonNode.Parse(delivery.Body)!;
        return $"{line["account"]}/{line["network"]}/{line["id"]}";
    }

    private Delivery One(int number, DateTimeOffset now)
    {
        var dice = random.Next(100);
        if (dice < 18 && _items.Count > 0)
        {
            return new(number, dice < 10 ? "reply" : dice < 14 ? "claim" : "settle", _items[random.Next(_items.Count)]);
        }

        if (dice < 24)
        {
            return new(number, "item", $"{{\"network\":\"marked\",\"id\":{number},");
        }

        var network = FakeNetworkConnector.Networks[random.Next(FakeNetworkConnector.Networks.Count)];
        var line = JsonSerializer.Serialize(new
        {
            network,
            account = $"shop-{network}",
            id = $"in-{number}",
            at = now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
            author = "anke",
            text = dice < 70 ? $"Danke! {number}" : dice < 92 ? $"Es ist kaputt, {number}" : $"Casino {number}",
            thread = dice % 5 == 0 ? $"t-{number / 9}" : $"t-in-{number}",
        });
        var delivery = new Delivery(number, "item", line);
        _items.Add(ItemOf(delivery)!);
        return delivery;
    }
}
