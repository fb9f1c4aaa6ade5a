using NodaTime;
using SocialOps.Responses.Text;

namespace SocialOps.Responses;

/// <summary>The pool of questions and answers, ready to be searched. Immutable and thread-safe.</summary>
public sealed class ReplyPool
{
    /// <summary>From this share of a question's words on an answer is proposed by itself.</summary>
    internal const double Proposed = 0.6;

    private readonly List<(SavedReplyDefinition Reply, string Question, string[] Words)> _questions = [];
    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);

    /// <summary>Makes the answers among saved replies ready.</summary>
    /// <param name="replies">The saved replies; those without questions are passed over.</param>
    public ReplyPool(IEnumerable<SavedReplyDefinition> replies)
    {
        ArgumentNullException.ThrowIfNull(replies);
        foreach (var reply in replies)
        {
            _questions.AddRange(reply.Questions.Select(q => (reply, q, FoldedText.WordsOf(q).Distinct().ToArray())).Where(q => q.Item3.Length > 0));
        }

        foreach (var word in _questions.SelectMany(q => q.Words).GroupBy(w => w))
        {
            _weights[word.Key] = Math.Log(1 + ((double)_questions.Count / word.Count())) * Math.Min(1, word.Key.Length / 4d);
        }
    }

    /// <summary>The answers to what somebody asks, the best first; a rare word counts more than one that stands in many questions.</summary>
    /// <param name="text">What somebody asks, in any words.</param>
    /// <param name="today">Answers that were valid only before this day are passed over.</param>
    /// <param name="limit">The most, at least 1.</param>
    public IReadOnlyList<PoolMatch> Search(string text, LocalDate today, int limit = 5)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var asked = FoldedText.WordsOf(text).Distinct().ToArray();
        return [.. _questions.Where(q => q.Reply.LastOn is not { } last || last >= today)
            .Select(q => new PoolMatch(q.Reply.Id, q.Question, Score(q.Words, asked)))
            .Where(m => m.Score > 0)
            .GroupBy(m => m.Reply).Select(g => g.OrderByDescending(m => m.Score).ThenBy(m => m.Question, StringComparer.Ordinal).First())
            .OrderByDescending(m => m.Score).ThenBy(m => m.Reply.Value, StringComparer.Ordinal).Take(limit)];
    }

    private double Score(string[] question, string[] asked)
    {
        var all = question.Sum(w => _weights[w]);
        return question.Where(w => asked.Any(a => WordLikeness.IsSame(w, a))).Sum(w => _weights[w]) / all;
    }
}

/// <summary>An answer that may fit.</summary>
/// <param name="Reply">The saved reply.</param>
/// <param name="Question">The question of its that fits best.</param>
/// <param name="Score">How much of that question stands in what was asked, 0 to 1, rare words counting more.</param>
public sealed record PoolMatch(SavedReplyId Reply, string Question, double Score);
