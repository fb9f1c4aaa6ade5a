namespace SocialOps.Responses.Matching;

/// <summary>
/// Where a walk goes on from the nodes near the root, for a to z and the space, with all failing resolved: most letters of a text end there, and one look-up in a small table that stays in the cache replaces several in a large one.
/// </summary>
internal sealed class ShallowNodes
{
    private const int Deepest = 2;
    private const int Letters = 27;
    private readonly int[] _rows;
    private readonly int[] _next;

    /// <summary>Makes the table.</summary>
    /// <param name="edges">The tree.</param>
    /// <param name="fail">Where a walk goes on when no letter fits.</param>
    public ShallowNodes(EdgeTable edges, int[] fail)
    {
        _rows = new int[fail.Length];
        Array.Fill(_rows, -1);
        var (next, level) = (new List<int>(), new List<int> { 0 });
        for (var depth = 0; depth <= Deepest && level.Count > 0; depth++)
        {
            var deeper = new List<int>();
            foreach (var node in level)
            {
                _rows[node] = next.Count;
                for (var letter = 0; letter < Letters; letter++)
                {
                    var child = edges.Find(node, letter == Letters - 1 ? ' ' : (char)('a' + letter));
                    next.Add(child >= 0 ? child : node == 0 ? 0 : next[_rows[fail[node]] + letter]);
                    if (child >= 0)
                    {
                        deeper.Add(child);
                    }
                }
            }

            level = deeper;
        }

        _next = [.. next];
    }

    /// <summary>The node that a letter leads to, or -1 where the tree itself has to be asked.</summary>
    public int Find(int node, char letter)
    {
        var row = _rows[node];
        if (row < 0)
        {
            return -1;
        }

        var index = (uint)(letter - 'a') < Letters - 1 ? letter - 'a' : letter == ' ' ? Letters - 1 : -1;
        return index < 0 ? -1 : _next[row + index];
    }
}
