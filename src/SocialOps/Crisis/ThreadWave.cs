using NodaTime;

namespace SocialOps.Crisis;

/// <summary>
/// What one thread has shown so far, in a fixed amount of memory however large it grows: counts in quarter hours over six hours, totals, the latest authors. Fed with comments as they come
/// and with counters as networks show them; counters may fall or come late, so the highest so far counts. Immutable; a change gives a new one.
/// </summary>
public sealed record ThreadWave
{
    private const int MostAuthors = 8;

    /// <summary>Nothing has been seen yet.</summary>
    public static ThreadWave None { get; } = new();

    /// <summary>When its first comment was written.</summary>
    public Instant? StartedAt { get; init; }

    /// <summary>A visitor's complaint began it.</summary>
    public bool BeganAsComplaint { get; init; }

    /// <summary>Comments a quarter hour.</summary>
    public ThreadVelocity Comments { get; init; } = ThreadVelocity.None;

    /// <summary>Comments that a rule, a model or a person labelled, a quarter hour.</summary>
    public ThreadVelocity Labelled { get; init; } = ThreadVelocity.None;

    /// <summary>Those of them that are negative.</summary>
    public ThreadVelocity Negative { get; init; } = ThreadVelocity.None;

    /// <summary>Likes and other reactions a quarter hour.</summary>
    public ThreadVelocity Reactions { get; init; } = ThreadVelocity.None;

    /// <summary>Shares a quarter hour.</summary>
    public ThreadVelocity Shares { get; init; } = ThreadVelocity.None;

    /// <summary>Comments that came as items.</summary>
    public long Items { get; init; }

    /// <summary>Comments in all: the items, or the network's counter where that is higher.</summary>
    public long TotalComments { get; init; }

    /// <summary>Negative comments in all.</summary>
    public long TotalNegative { get; init; }

    /// <summary>Labelled comments in all.</summary>
    public long TotalLabelled { get; init; }

    /// <summary>The highest counter of reactions.</summary>
    public long TotalReactions { get; init; }

    /// <summary>The highest counter of shares.</summary>
    public long TotalShares { get; init; }

    /// <summary>The latest different authors, at most eight, each with the latest comment.</summary>
    public IReadOnlyList<AuthorSeen> Authors { get; init; } = [];

    /// <summary>One more comment.</summary>
    /// <param name="comment">The comment.</param>
    public ThreadWave Add(WaveComment comment)
    {
        ArgumentNullException.ThrowIfNull(comment);
        var items = Items + 1;
        var isNews = items > TotalComments; // else the network's counter has told of it before
        return this with
        {
            StartedAt = StartedAt is { } started && started <= comment.WrittenAt ? started : comment.WrittenAt,
            BeganAsComplaint = BeganAsComplaint || (Items == 0 && comment.IsComplaint),
            Items = items,
            TotalComments = Math.Max(TotalComments, items),
            TotalLabelled = TotalLabelled + (comment.IsNegative is null ? 0 : 1),
            TotalNegative = TotalNegative + (comment.IsNegative == true ? 1 : 0),
            Comments = isNews ? Comments.Add(comment.WrittenAt) : Comments,
            Labelled = comment.IsNegative is null ? Labelled : Labelled.Add(comment.WrittenAt),
            Negative = comment.IsNegative == true ? Negative.Add(comment.WrittenAt) : Negative,
            Authors = Seen(comment.Author, comment.WrittenAt),
        };
    }

    /// <summary>The network shows counters. What is not above the highest so far is no news.</summary>
    /// <param name="at">When they were shown.</param>
    /// <param name="comments">Comments in all.</param>
    /// <param name="reactions">Likes and other reactions in all.</param>
    /// <param name="shares">Shares in all.</param>
    public ThreadWave Count(Instant at, long comments, long reactions, long shares) => this with
    {
        StartedAt = StartedAt ?? at,
        Comments = comments > TotalComments ? Comments.Add(at, Bounded(comments - TotalComments)) : Comments,
        Reactions = reactions > TotalReactions ? Reactions.Add(at, Bounded(reactions - TotalReactions)) : Reactions,
        Shares = shares > TotalShares ? Shares.Add(at, Bounded(shares - TotalShares)) : Shares,
        TotalComments = Math.Max(TotalComments, comments),
        TotalReactions = Math.Max(TotalReactions, reactions),
        TotalShares = Math.Max(TotalShares, shares),
    };

    private static int Bounded(long count) => (int)Math.Min(count, 10_000_000);

    private IReadOnlyList<AuthorSeen> Seen(string author, Instant at)
    {
        var latest = Authors.FirstOrDefault(a => a.Author == author) is { } known ? Instant.Max(known.At, at) : at;
        return [.. Authors.Where(a => a.Author != author).Append(new(author, latest)).OrderByDescending(a => a.At).ThenBy(a => a.Author, StringComparer.Ordinal).Take(MostAuthors)];
    }
}

/// <summary>A comment as a wave sees it.</summary>
/// <param name="WrittenAt">When it was written; never later than when it was shown to us.</param>
/// <param name="Author">A key of its author, the same for the same author; a hash will do.</param>
/// <param name="IsNegative">Whether it criticises; <see langword="null"/> where nothing and nobody labelled it.</param>
/// <param name="IsComplaint">Whether it is a complaint.</param>
public sealed record WaveComment(Instant WrittenAt, string Author, bool? IsNegative, bool IsComplaint);

/// <summary>An author and the latest comment.</summary>
/// <param name="Author">The author's key.</param>
/// <param name="At">When the latest comment was written.</param>
public sealed record AuthorSeen(string Author, Instant At);
