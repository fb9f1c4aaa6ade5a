namespace SocialOps.Responses.Matching;

/// <summary>A phrase that stands in a folded text.</summary>
/// <param name="Phrase">The phrase's number.</param>
/// <param name="Start">Where its key begins.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct Hit(int Phrase, int Start, int End);

/// <summary>What was found. The thread keeps it for the next text; not thread-safe.</summary>
internal sealed class HitList : IDisposable
{
    private const int LargestKept = 4 * 1024;

    [ThreadStatic]
    private static HitList? spare;

    private Hit[] _hits = new Hit[64];

    private HitList()
    {
    }

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The hits.</summary>
    public ReadOnlySpan<Hit> Hits => _hits.AsSpan(0, Count);

    /// <summary>An empty list.</summary>
    public static HitList Rent()
    {
        var rented = spare ?? new HitList();
        (spare, rented.Count) = (null, 0);
        return rented;
    }

    /// <summary>Adds a hit.</summary>
    public void Add(Hit hit)
    {
        if (Count == _hits.Length)
        {
            Array.Resize(ref _hits, Count * 2);
        }

        _hits[Count++] = hit;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_hits.Length <= LargestKept)
        {
            spare = this;
        }
    }
}
