using NodaTime;

namespace SocialOps.Time;

/// <summary>Which unanswered message a next-response clock counts from.</summary>
public enum NextResponseAnchor
{
    /// <summary>The oldest message since our last answer: a customer who writes again does not set the clock back.</summary>
    OldestUnanswered,

    /// <summary>The newest message since our last answer.</summary>
    NewestUnanswered,
}

/// <summary>From when a next-response clock counts. Pure and thread-safe.</summary>
public static class NextResponse
{
    /// <summary>The instant to count from, or <see langword="null"/> when nothing waits for an answer.</summary>
    /// <param name="messages">When customers wrote, in any order.</param>
    /// <param name="answers">When we answered, in any order. A message at the very instant of an answer is answered by it.</param>
    /// <param name="anchor">Which of the unanswered messages.</param>
    public static Instant? CountsFrom(IEnumerable<Instant> messages, IEnumerable<Instant> answers, NextResponseAnchor anchor = NextResponseAnchor.OldestUnanswered)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(answers);
        var lastAnswer = answers.Select(a => (Instant?)a).Max();
        var waiting = messages.Where(m => lastAnswer is not { } answered || m > answered).Select(m => (Instant?)m);
        return anchor == NextResponseAnchor.OldestUnanswered ? waiting.Min() : waiting.Max();
    }
}
