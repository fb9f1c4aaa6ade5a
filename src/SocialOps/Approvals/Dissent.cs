using NodaTime;
using SocialOps.People;

namespace SocialOps.Approvals;

/// <summary>An objection in a single critical case (requirement 4.16): it blocks until it is settled, but never beyond its time.</summary>
/// <param name="Number">Its number in the request, from 1.</param>
/// <param name="By">Who objects.</param>
/// <param name="Objection">To what, and why.</param>
/// <param name="At">When.</param>
/// <param name="BlocksUntil">The first instant at which it no longer blocks, settled or not.</param>
/// <param name="Positions">Who holds what.</param>
/// <param name="Outcome">What was decided; <see langword="null"/> while open.</param>
/// <param name="Decider">Who decided it; <see langword="null"/> when its time ran out.</param>
/// <param name="Reason">The decider's words.</param>
/// <param name="SettledAt">When it was settled.</param>
public sealed record Dissent(int Number, Recipient By, string Objection, Instant At, Instant BlocksUntil, IReadOnlyList<DissentPosition> Positions, DissentOutcome? Outcome = null, Recipient? Decider = null, string? Reason = null, Instant? SettledAt = null)
{
    /// <summary>Whether it blocks at an instant.</summary>
    public bool BlocksAt(Instant at) => Outcome is null && At <= at && at < BlocksUntil;
}

/// <summary>One person's view.</summary>
/// <param name="Who">Whose.</param>
/// <param name="Text">The view.</param>
public sealed record DissentPosition(Recipient Who, string Text);

/// <summary>What became of an objection.</summary>
public enum DissentOutcome
{
    /// <summary>It is right: the content goes back to the author.</summary>
    Upheld,

    /// <summary>It is not shared: the work goes on.</summary>
    Overruled,

    /// <summary>Nobody settled it in time: the work goes on.</summary>
    Lapsed,
}
