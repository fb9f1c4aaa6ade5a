namespace SocialOps.Time;

/// <summary>The four clocks of a case. Whether a clock can pause is a property of its kind.</summary>
public enum ResponseClockKind
{
    /// <summary>Until the author has seen a first reaction, or a person decided with a reason that none is due. Never pauses.</summary>
    Acknowledge,

    /// <summary>Until the next action; starts when acknowledged, or at the missed Acknowledge deadline, and anew with each action. Never pauses.</summary>
    NextAction,

    /// <summary>Until the client has been reached. Never pauses.</summary>
    ClientContact,

    /// <summary>Until the matter is settled. Pauses while somebody else has to move.</summary>
    Resolve,
}

/// <summary>What the kinds of clocks have of their own.</summary>
public static class ResponseClockKindExtensions
{
    /// <summary>Whether a clock of this kind can pause: only <see cref="ResponseClockKind.Resolve"/>.</summary>
    public static bool CanPause(this ResponseClockKind kind) => kind == ResponseClockKind.Resolve;
}
