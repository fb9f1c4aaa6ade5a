namespace SocialOps.Channels;

/// <summary>The most that a text may count.</summary>
/// <param name="Counter">How it is counted.</param>
/// <param name="Max">The most, inclusive.</param>
public sealed record TextLimit(TextCounter Counter, int Max);
