using NodaTime;
using SocialOps.Channels;

namespace SocialOps.Console.Tests.Inboxes;

/// <summary>
/// An invented inbox: praise, complaints, questions, threads that grow, counters that rise, repeated and broken lines. A thread grows within ten minutes and then never again. Where it stays so
/// short that no wave detector fires, what becomes of the inbox does not depend on whether somebody acts some minutes earlier or later; a wave's level does, for it counts what is open at the moment.
/// </summary>
internal sealed class InventedInbox
{
    private static readonly string[] Accounts = ["radhaus-twitter", "radhaus-facebook", "radhaus-instagram", "kornblume-facebook"];

    private static readonly string[] Voices =
    [
        "Vielen Dank, tolle Beratung!",
        "Weiter so, ich bin begeistert 🚲",
        "Mein Rad ist seit gestern kaputt.",
        "Ich warte seit zwei Wochen, keine Antwort!",
        "Die Rechnung ist falsch, ich will mein Geld zurück.",
        "Wann habt ihr am Samstag geöffnet?",
        "So ein Saftladen, Frechheit!",
        "Ich gehe damit zum Anwalt.",
        "Der Akku brennt, ich habe mich verletzt!",
        "Heute war ich im Laden.",
        "Schönes Wetter.",
    ];

    /// <summary>Comments in a thread, below which no detector fires.</summary>
    public const int Calm = 3;

    private readonly Random _random;
    private readonly int _longestThread;
    private readonly List<(Instant At, string Line)> _lines = [];
    private readonly HashSet<string> _ids = [];
    private Instant _now = Instant.FromUtc(2026, 2, 2, 7, 0) + Duration.FromMilliseconds(123);

    public InventedInbox(int items, int seed, int longestThread = 15)
    {
        _random = new Random(seed);
        _longestThread = longestThread;
        while (_ids.Count < items)
        {
            Add();
        }

        _lines.Insert(_lines.Count / 3, (_now, """{"network":"x","id":"broken","at":"yesterday","author":"a","text":"t"}"""));
        _lines.Insert(_lines.Count / 2, (_now, "not json at all"));
    }

    /// <summary>What each item is to be called in the store, once.</summary>
    public IReadOnlySet<string> Ids => _ids;

    /// <summary>The latest instant that stands in a line: a run ends three days after it. A line that is shown again later says its own.</summary>
    public Instant LastAt { get; private set; } = Instant.MinValue;

    public void Write(string path) => File.WriteAllLines(path, _lines.Select(l => l.Line));

    private void Add()
    {
        _now += Duration.FromMilliseconds(_random.Next(10) switch { < 4 => 0, < 8 => _random.Next(1, 60) * 1009, _ => _random.Next(1, 120) * 60_013 });
        var account = Accounts[_random.Next(Accounts.Length)];
        var id = Item(account, _now, null);
        switch (_random.Next(8))
        {
            case 0: // a thread
                for (var i = _random.Next(2, _longestThread + 1); i > 0; i--)
                {
                    _now += Duration.FromMilliseconds(_random.Next(1, 37) * 1013);
                    Item(account, _now, id);
                }

                break;
            case 1: // its counters rise
                var line = InboxText.Line(id, _now, "Mein Rad ist kaputt.", account, likes: _random.Next(1, 30));
                _now += Duration.FromSeconds(_random.Next(1, 300));
                _lines.Add((_now, line));
                break;
            case 2: // the same line again
                _lines.Add(_lines[_random.Next(_lines.Count)]);
                break;
        }
    }

    private string Item(string account, Instant at, string? thread)
    {
        LastAt = Instant.Max(LastAt, at);
        var id = $"{_ids.Count + 1}";
        _ids.Add($"{account}/{Networks.Canonical(account.Split('-')[1])}/{id}");
        _lines.Add((at, InboxText.Line(id, at, Voices[_random.Next(Voices.Length)], account, thread)));
        return id;
    }
}
