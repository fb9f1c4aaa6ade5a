namespace SocialOps.Channels;

/// <summary>Whether a network lets an account do something to what others wrote.</summary>
public abstract record ModerationAnswer
{
    private ModerationAnswer()
    {
    }

    /// <summary>It does.</summary>
    /// <param name="Limit">Within which limit, for people; <see langword="null"/> for none that is known.</param>
    public sealed record Possible(string? Limit = null) : ModerationAnswer;

    /// <summary>It does not.</summary>
    /// <param name="Reason">Why, for people.</param>
    /// <param name="Alternative">What comes nearest there.</param>
    public sealed record NotSupported(string Reason, ModerationAction Alternative) : ModerationAnswer;

    /// <summary>Nothing is known of it; to be looked up before one relies on it.</summary>
    public sealed record Unknown : ModerationAnswer;
}
