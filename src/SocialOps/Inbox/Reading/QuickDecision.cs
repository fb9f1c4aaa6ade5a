using NodaTime;
using SocialOps.People;

namespace SocialOps.Inbox;

/// <summary>What somebody decides on the telephone, in one move (requirement 2.15).</summary>
public abstract record QuickDecision
{
    private QuickDecision()
    {
    }

    /// <summary>I react: the case is mine.</summary>
    public sealed record React : QuickDecision;

    /// <summary>Not now: at the client's signed risk.</summary>
    /// <param name="Acceptance">The acceptance that covers it.</param>
    /// <param name="Until">By when somebody acts.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Defer(RiskAcceptanceId Acceptance, Instant Until, string Reason) : QuickDecision;

    /// <summary>No reaction is due; a complaint still needs its apology.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Ignore(string Reason) : QuickDecision;

    /// <summary>Somebody else.</summary>
    /// <param name="To">Who.</param>
    /// <param name="Reason">Why.</param>
    public sealed record HandOver(Recipient To, string Reason) : QuickDecision;
}
