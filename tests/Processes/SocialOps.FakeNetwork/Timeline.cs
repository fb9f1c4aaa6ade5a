using SocialOps.Testing.Connectors;

namespace SocialOps.FakeNetwork;

/// <summary>The posts of all accounts: what was accepted, what will be, and which fault the next request meets. Thread-safe.</summary>
/// <param name="journal">Where everything accepted is written.</param>
/// <param name="clock">The time that everybody shares.</param>
/// <param name="random">Chooses faults when there is no script.</param>
internal sealed class Timeline(Journal journal, SharedClock clock, Random random)
{
    /// <summary>A request is accepted within this time after it was sent, or never: what the connector declares as its late acceptance.</summary>
    private static readonly long Latest = (long)FakeNetworkConnector.MaxLateAcceptance.TotalMilliseconds * 1_000;

    private static readonly NetworkFault[] OfPublishing = [.. Enum.GetValues<NetworkFault>().Except([NetworkFault.Unreachable, NetworkFault.LookUpFails])];

    private readonly Lock _gate = new();
    private readonly List<(Ask Ask, string Id)> _posts = [];
    private readonly List<(Ask Ask, long At)> _late = [];
    private readonly Queue<NetworkFault> _script = [];
    private double _chaos;

    public IReadOnlyList<NetworkPost> Posts
    {
        get
        {
            lock (_gate)
            {
                AcceptLate(clock.Now);
                return [.. _posts.Select(p => new NetworkPost(p.Id, p.Ask.Text!, p.Ask.InReplyTo))];
            }
        }
    }

    /// <summary>The next requests meet these faults, one each; without any, a share of the requests meets one at random.</summary>
    public void Play(IReadOnlyList<NetworkFault> faults, double chaos)
    {
        lock (_gate)
        {
            _chaos = chaos;
            foreach (var fault in faults)
            {
                _script.Enqueue(fault);
            }
        }
    }

    public void Begin(string folder)
    {
        lock (_gate)
        {
            _posts.Clear();
            _late.Clear();
            _script.Clear();
            journal.MoveTo(folder);
        }
    }

    public (NetworkFault? Fault, string? Id) Publish(Ask ask)
    {
        lock (_gate)
        {
            AcceptLate(clock.Now);
            var fault = clock.Now - ask.SentAt > Latest ? NetworkFault.ResetBeforeAccepting : Next(OfPublishing);
            switch (fault)
            {
                case NetworkFault.AcceptedLate:
                    _late.Add((ask, Math.Min(clock.Now + random.NextInt64(Latest), ask.SentAt + Latest)));
                    return (fault, null);
                case NetworkFault.RateLimited or NetworkFault.TokenExpired or NetworkFault.Refused or NetworkFault.ResetBeforeAccepting:
                    return (fault, null);
                default:
                    return (fault, Accept(ask, clock.Now));
            }
        }
    }

    public (NetworkFault? Fault, string? Id) Find(Ask ask)
    {
        lock (_gate)
        {
            AcceptLate(clock.Now);
            return Next([NetworkFault.LookUpFails]) is { } fault ? (fault, null) : (null, _posts.Find(p => Same(p.Ask, ask)).Id);
        }
    }

    /// <summary>What is to be accepted late is accepted now.</summary>
    public void Settle()
    {
        lock (_gate)
        {
            AcceptLate(long.MaxValue);
        }
    }

    private NetworkFault? Next(NetworkFault[] choice)
    {
        if (_script.TryPeek(out var scripted))
        {
            return choice.Contains(scripted) ? _script.Dequeue() : null;
        }

        return random.NextDouble() < _chaos ? choice[random.Next(choice.Length)] : null;
    }

    private void AcceptLate(long until)
    {
        foreach (var (ask, at) in _late.Where(l => l.At <= until).OrderBy(l => l.At).ToList())
        {
            Accept(ask, Math.Min(at, clock.Now));
            _late.Remove((ask, at));
        }
    }

    /// <summary>A network that keeps keys knows the post already; the others have one more.</summary>
    private string Accept(Ask ask, long at)
    {
        var known = FakeNetworkConnector.KeepsKeys(ask.Network!) ? _posts.Find(p => Same(p.Ask, ask)).Id : null;
        var id = known ?? $"post-{Guid.NewGuid():N}";
        if (known is null)
        {
            _posts.Add((ask, id));
        }

        journal.Write(new(known is null ? "accepted" : "repeated", at, ask.Network, ask.Account, ask.Key, id, ask.Text, ask.InReplyTo, ask.SentAt));
        return id;
    }

    private static bool Same(Ask one, Ask other) => one.Key == other.Key && one.Network == other.Network;
}
