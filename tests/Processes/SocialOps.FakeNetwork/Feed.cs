namespace SocialOps.FakeNetwork;

/// <summary>What the network shows: each delivery until it is acknowledged, out of order, some to two workers at once, half of them once more although they were acknowledged. Thread-safe.</summary>
internal sealed class Feed(Journal journal, Random random)
{
    private const int Reordered = 6;
    private readonly Lock _gate = new();
    private readonly List<Delivery> _waiting = [];
    private readonly HashSet<Delivery> _acknowledged = [];
    private readonly List<Delivery> _again = [];

    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    public void Begin()
    {
        lock (_gate)
        {
            _waiting.Clear();
            _acknowledged.Clear();
            _again.Clear();
        }
    }

    public void Add(IEnumerable<Delivery> deliveries)
    {
        lock (_gate)
        {
            _waiting.AddRange(deliveries);
        }
    }

    /// <summary>The next delivery, or <see langword="null"/>.</summary>
    public Delivery? Take()
    {
        lock (_gate)
        {
            if (_again.Count > 0 && random.Next(8) == 0)
            {
                var again = _again[random.Next(_again.Count)];
                _again.Remove(again);
                return again;
            }

            if (_waiting.Count == 0)
            {
                return null;
            }

            var taken = _waiting[random.Next(Math.Min(Reordered, _waiting.Count))];
            if (random.Next(8) > 0)
            {
                _waiting.Remove(taken);
            }

            return taken;
        }
    }

    public void Acknowledge(Delivery delivery)
    {
        lock (_gate)
        {
            _waiting.Remove(delivery);
            if (_acknowledged.Add(delivery))
            {
                _again.AddRange(random.Next(2) == 0 ? [delivery] : []);
                journal.Write(new("acknowledged", 0, Number: delivery.Number));
            }
        }
    }

    /// <summary>Whoever was offered it says that its store is away.</summary>
    public void Refuse(Delivery delivery) => journal.Write(new("refused", 0, Number: delivery.Number));

    /// <summary>Nobody has acknowledged it: it is delivered again.</summary>
    public void PutBack(Delivery delivery)
    {
        lock (_gate)
        {
            if (!_waiting.Contains(delivery) && !_acknowledged.Contains(delivery))
            {
                _waiting.Add(delivery);
            }
        }
    }
}
