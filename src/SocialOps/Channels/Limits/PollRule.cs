using NodaTime;

namespace SocialOps.Channels;

/// <summary>What a network takes of a poll.</summary>
/// <param name="MaxOptions">The most options; at least two are needed everywhere.</param>
/// <param name="Option">The longest option.</param>
/// <param name="MinLength">The shortest time it may be open, inclusive.</param>
/// <param name="MaxLength">The longest time it may be open, inclusive.</param>
/// <param name="MayBeMultiple">Whether several options may be chosen.</param>
public sealed record PollRule(int MaxOptions, TextLimit Option, Duration MinLength, Duration MaxLength, bool MayBeMultiple);
