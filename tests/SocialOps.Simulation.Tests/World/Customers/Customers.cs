using SocialOps.Inbox;
using SocialOps.Simulation.Tests.Engine;
using SocialOps.Tests;

namespace SocialOps.Simulation.Tests.World.Customers;

/// <summary>Customers who complain, come back, change what they wrote, take it back, and come in crowds; delivered at least once, in any order.</summary>
internal sealed class Customers(Process portal, History history) : Area(portal, history)
{
    private static readonly string[] Complaints = ["Der Rahmen ist kaputt!", "Die Kette ist kaputt, was nun?", "Mein Kind musste zum Notarzt"];
    private static readonly string[] Others = ["danke!", "Wann kommt das Paket?", "Schon gut.", "casino"];
    private readonly CustomerBook _book = new(history);
    private readonly List<Written> _written = [];
    private readonly List<(InboundDelivery Delivery, Action Accepted)> _unthanked = [];
    private readonly List<(InboundDelivery Delivery, Action Accepted)> _thanked = [];
    private bool _hadACrowd;

    public override bool Act()
    {
        var roll = History.Random.Below(20);
        switch (roll)
        {
            case < 6 or < 12 when _written.Count == 0:
                Write();
                break;
            case < 9:
                Say(ComesBack(History.Random.Pick(_written)), History.Random.Chance(70) ? "Der Rahmen ist immer noch kaputt!" : History.Random.Pick(Others));
                break;
            case < 12:
                var edited = History.Random.Pick(_written);
                Deliver($"{edited.Author} edits {edited.Item}", [edited.Version(History.Time.Now, History.Random.Pick<string>([.. Complaints, .. Others]))]);
                break;
            case < 15 when _written.Count > 0:
                var takenBack = History.Random.Pick(_written);
                Deliver($"{takenBack.Author} takes {takenBack.Item} back", [takenBack.TakeBack(History.Time.Now)]);
                break;
            case < 17 when !_hadACrowd && _written.Count > 0:
                Crowd();
                break;
            default:
                return Again();
        }

        return true;
    }

    /// <summary>The library is asked until it has thanked for everything.</summary>
    public override bool Finish()
    {
        if (_unthanked.Count == 0)
        {
            return false;
        }

        Deliver("everything comes again", [.. _unthanked]);
        return true;
    }

    /// <summary>Whatever came in which order: an item says what its newest version says, and is there though it was taken back.</summary>
    public override void CheckEnd()
    {
        var items = History.All(InboxRecords.Items).ToDictionary(i => i.Id);
        foreach (var one in _written)
        {
            var item = items.GetValueOrDefault(one.Item);
            if (item is null || (one.Text is { } text && item.Text != text) || item.DeletedAt is not null != one.IsTakenBack)
            {
                History.Violate($"item: {one.Item} says '{item?.Text}', deleted {item?.DeletedAt}; written was '{one.Text}', taken back {one.IsTakenBack}.");
            }
        }
    }

    protected override void Watch(Commit commit) => _book.Watch(commit);

    private void Write()
    {
        var number = _written.Count;
        var one = new Written(History.Random.Chance(80) ? TestAgency.Shop : TestAgency.Bakery, $"k{number}", $"kunde{number}", $"k{number}", History.Time.Now);
        Say(one, History.Random.Chance(70) ? History.Random.Pick(Complaints) : History.Random.Pick(Others));
    }

    private void Say(Written one, string text)
    {
        _written.Add(one);
        Deliver($"{one.Author} writes {one.Item}: {text}", [one.Version(History.Time.Now, text)]);
    }

    private Written ComesBack(Written before) => new(before.Client, $"k{_written.Count}", before.Author, before.Thread, History.Time.Now);

    /// <summary>Ten to forty say the same in one thread; a crowd of some size has many more behind it.</summary>
    private void Crowd()
    {
        _hadACrowd = true;
        var first = History.Random.Pick(_written);
        var (size, behind) = (10 + History.Random.Below(31), History.Random.Chance(60) ? 220 : 0);
        var comes = new List<(InboundDelivery, Action)>();
        for (var i = 0; i < size; i++)
        {
            var one = new Written(first.Client, $"k{_written.Count}", $"menge{i}", first.Thread, History.Time.Now);
            _written.Add(one);
            comes.Add(one.Version(History.Time.Now, $"Bei mir ist der Rahmen auch kaputt! ({i})", behind));
        }

        if (behind > 0)
        {
            comes.Add(first.Version(History.Time.Now, "Der Rahmen ist kaputt, und keiner tut was!", behind));
        }

        Deliver($"a crowd of {size} in {first.Thread}, {behind} behind it", comes);
    }

    /// <summary>Something that came before comes again.</summary>
    private bool Again()
    {
        if (_unthanked.Count + _thanked.Count == 0)
        {
            return false;
        }

        Deliver("something comes again", [History.Random.Pick([.. _unthanked, .. _thanked])]);
        return true;
    }

    private void Deliver(string what, IReadOnlyList<(InboundDelivery Delivery, Action Accepted)> comes)
    {
        _unthanked.AddRange(comes.Where(c => !_unthanked.Contains(c) && !_thanked.Contains(c)));
        Do("customer", what, async p =>
        {
            await p.Ops.Inbox.ReceiveAsync([.. comes.Select(c => c.Delivery)]).ConfigureAwait(false);
            foreach (var one in comes.Where(_unthanked.Contains).ToList())
            {
                _unthanked.Remove(one);
                _thanked.Add(one);
                one.Accepted();
                History.Platform.Thanked(one.Delivery);
            }
        });
    }
}
