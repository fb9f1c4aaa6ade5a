namespace SocialOps.Storage;

/// <summary>
/// The order of every store: ordinal by UTF-8 bytes, which is the order of code points. It differs from <see cref="StringComparer.Ordinal"/>
/// where a surrogate pair meets U+E000 to U+FFFF. Thread-safe.
/// </summary>
public sealed class Utf8Order : IComparer<string?>
{
    private Utf8Order()
    {
    }

    /// <summary>The one instance.</summary>
    public static Utf8Order Instance { get; } = new();

    /// <summary>Compares two texts; <see langword="null"/> comes first.</summary>
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return x is null ? (y is null ? 0 : -1) : 1;
        }

        var same = x.AsSpan().CommonPrefixLength(y);
        return same == x.Length || same == y.Length ? x.Length.CompareTo(y.Length) : Rank(x[same]) - Rank(y[same]);
    }

    // Surrogates stand for the code points above U+FFFF, so they come after every other unit.
    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
