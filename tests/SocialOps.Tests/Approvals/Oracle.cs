using SocialOps.Approvals;
using SocialOps.Content;
using SocialOps.People;

namespace SocialOps.Tests.Approvals;

/// <summary>
/// A naive book-keeper beside the engine: it writes down which commands were accepted, in words of its own, and says from that alone what may be sent. It shares no code with the
/// engine's counting: quorums by brute force over every assignment, staleness by comparing hashes, entitlement from a table of its own.
/// </summary>
internal sealed class Oracle(ApprovalPolicyDefinition policy, Recipient author, Func<Recipient, HashSet<int>[]> seats)
{
    private readonly List<Vote> _votes = [];
    private readonly List<(string Part, ContentHash Hash)> _released = [];
    private readonly HashSet<string> _dead = [];
    private readonly Dictionary<string, Recipient> _editors = [];

    public int Votes => _votes.Count;

    public void Voted(Recipient by, Recipient voter, int step, DecisionKind kind, IEnumerable<ApprovalPart> parts)
    {
        foreach (var part in parts)
        {
            _votes.Add(new(by, voter, step, kind, part.Name, part.Hash));
            if (kind == DecisionKind.Reject)
            {
                _dead.Add(part.Name);
            }
        }
    }

    public void Edited(Recipient by, string part) => _editors[part] = by;

    /// <summary>A decision falls as a whole.</summary>
    public void Revoked(Recipient who)
    {
        foreach (var vote in _votes.Where(v => v.Kind == DecisionKind.Approve && (v.By == who || v.Voter == who)).ToList())
        {
            vote.Fallen = true;
        }
    }

    public void Released(ApprovalPart part) => _released.Add((part.Name, part.Hash));

    public void Withdrawn(IEnumerable<string> parts) => _dead.UnionWith(parts);

    public bool MaySend(string part, ContentHash hash)
        => !_dead.Contains(part) && (_released.Contains((part, hash)) || Enumerable.Range(0, policy.Steps.Count).All(step => Passes(step, part, hash)));

    public bool Passes(int step, string part, ContentHash hash)
    {
        // The last word of each voter about these bytes; a word that was taken back is none.
        var words = _votes.Where(v => v.Step == step && v.Part == part && v.Hash == hash && !v.Fallen).GroupBy(v => v.Voter).Select(g => g.Last()).ToList();
        if (words.Any(w => w.Kind != DecisionKind.Approve))
        {
            return false;
        }

        var yes = words.Where(w => IsEntitled(w, step, part)).GroupBy(w => w.By).Select(g => g.OrderBy(w => _votes.IndexOf(w)).First()).ToList();
        return policy.Steps[step].Quorum switch
        {
            Quorum.AtLeast atLeast => yes.Count >= atLeast.Count,
            Quorum.AllOf => Assign(policy.Steps[step].Approvers.Count, [.. yes.Select(w => seats(w.Voter)[step])]),
            _ => yes.Count > 0,
        };
    }

    private bool IsEntitled(Vote vote, int step, string part)
    {
        var editor = _editors.GetValueOrDefault(part, author);
        return seats(vote.Voter)[step].Count > 0
            && (policy.SoloMode || policy.AuthorMayApprove || (vote.By != author && vote.Voter != author))
            && (policy.SoloMode || policy.LastEditorMayApprove || (vote.By != editor && vote.Voter != editor));
    }

    /// <summary>Tries every assignment of people to seats.</summary>
    private static bool Assign(int seat, List<HashSet<int>> people)
        => seat == 0 || people.Where(p => p.Contains(seat - 1)).Any(p => Assign(seat - 1, [.. people.Where(o => !ReferenceEquals(o, p))]));

    private sealed record Vote(Recipient By, Recipient Voter, int Step, DecisionKind Kind, string Part, ContentHash Hash)
    {
        public bool Fallen { get; set; }
    }
}
