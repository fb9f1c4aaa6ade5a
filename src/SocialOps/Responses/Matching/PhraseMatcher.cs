using SocialOps.Responses.Text;

namespace SocialOps.Responses.Matching;

/// <summary>
/// Finds many phrases in one walk over a text (Aho and Corasick 1975): a tree of the phrases' keys, in which each node knows the longest other beginning that it ends with. The work grows with the text and with what is found,
/// not with the number of phrases. Immutable and thread-safe.
/// </summary>
internal sealed class PhraseMatcher
{
    private readonly Phrase[] _phrases;
    private readonly EdgeTable _edges;
    private readonly int[] _fail;
    private readonly ShallowNodes _shallow;
    private readonly int[] _first;
    private readonly int[] _shorter;
    private readonly int[] _next;

    public PhraseMatcher(IEnumerable<Phrase> phrases)
    {
        _phrases = [.. phrases];
        _edges = new(_phrases.Sum(p => p.Key.Length) + 1);
        var first = new List<int> { -1 };
        _next = new int[_phrases.Length];
        for (var i = 0; i < _phrases.Length; i++)
        {
            if (_phrases[i].Words > 0)
            {
                var node = Insert(_phrases[i].Key, first);
                (_next[i], first[node]) = (first[node], i);
            }
        }

        _first = [.. first];
        (_fail, _shorter) = Link();
        _shallow = new(_edges, _fail);
    }

    /// <summary>The phrases, by their number.</summary>
    public IReadOnlyList<Phrase> Phrases => _phrases;

    /// <summary>Adds where each phrase stands.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="hits">What was found, by the end of the key.</param>
    public void Find(FoldedText text, HitList hits)
    {
        var chars = text.Chars;
        var node = 0;
        for (var i = 0; i < chars.Length; i++)
        {
            int next;
            while ((next = _shallow.Find(node, chars[i])) < 0 && (next = _edges.Find(node, chars[i])) < 0 && node != 0)
            {
                node = _fail[node];
            }

            node = Math.Max(next, 0);
            for (var found = _first[node] >= 0 ? node : _shorter[node]; found > 0; found = _shorter[found])
            {
                Report(text, found, i + 1, hits);
            }
        }
    }

    private void Report(FoldedText text, int node, int keyEnd, HitList hits)
    {
        for (var phrase = _first[node]; phrase >= 0; phrase = _next[phrase])
        {
            var (start, end) = (keyEnd - _phrases[phrase].Key.Length, keyEnd);
            if (_phrases[phrase].Continues(text, start, ref end))
            {
                hits.Add(new(phrase, start, end));
            }
        }
    }

    private int Insert(string key, List<int> first)
    {
        var node = 0;
        foreach (var letter in key)
        {
            var next = _edges.Find(node, letter);
            if (next < 0)
            {
                next = first.Count;
                first.Add(-1);
                _edges.Add(node, letter, next);
            }

            node = next;
        }

        return node;
    }

    /// <summary>Level by level: where a walk goes on when no letter fits, and the next shorter node at which a phrase ends.</summary>
    private (int[] Fail, int[] Shorter) Link()
    {
        var (fail, shorter) = (new int[_first.Length], new int[_first.Length]);
        var children = _edges.All().ToLookup(e => e.From);
        var queue = new Queue<int>([0]);
        while (queue.TryDequeue(out var node))
        {
            foreach (var (_, letter, child) in children[node])
            {
                queue.Enqueue(child);
                var other = fail[node];
                int next;
                while ((next = _edges.Find(other, letter)) < 0 && other != 0)
                {
                    other = fail[other];
                }

                fail[child] = node == 0 ? 0 : Math.Max(next, 0);
                shorter[child] = _first[fail[child]] >= 0 ? fail[child] : shorter[fail[child]];
            }
        }

        return (fail, shorter);
    }
}
