using System.Numerics;

namespace SocialOps.Responses.Matching;

/// <summary>The edges of a tree of letters, in one hash table: from a node by a letter to a node.</summary>
internal sealed class EdgeTable
{
    private const ulong Empty = ulong.MaxValue;
    private readonly ulong[] _keys;
    private readonly int[] _targets;
    private readonly int _shift;

    /// <summary>Makes room.</summary>
    /// <param name="edges">The most edges that there will be.</param>
    public EdgeTable(int edges)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(edges, 4) * 2);
        _shift = 64 - BitOperations.Log2(size);
        _keys = new ulong[size];
        _targets = new int[size];
        Array.Fill(_keys, Empty);
    }

    /// <summary>The node that a letter leads to, or -1.</summary>
    public int Find(int from, char letter)
    {
        var key = ((ulong)(uint)from << 16) | letter;
        for (var slot = Slot(key); ; slot = (slot + 1) & (_keys.Length - 1))
        {
            if (_keys[slot] == key)
            {
                return _targets[slot];
            }

            if (_keys[slot] == Empty)
            {
                return -1;
            }
        }
    }

    /// <summary>Adds an edge that is not there.</summary>
    public void Add(int from, char letter, int to)
    {
        var key = ((ulong)(uint)from << 16) | letter;
        var slot = Slot(key);
        while (_keys[slot] != Empty)
        {
            slot = (slot + 1) & (_keys.Length - 1);
        }

        (_keys[slot], _targets[slot]) = (key, to);
    }

    /// <summary>Every edge, in no order.</summary>
    public IEnumerable<(int From, char Letter, int To)> All()
    {
        for (var slot = 0; slot < _keys.Length; slot++)
        {
            if (_keys[slot] != Empty)
            {
                yield return ((int)(_keys[slot] >> 16), (char)_keys[slot], _targets[slot]);
            }
        }
    }

    private int Slot(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> _shift);
}
