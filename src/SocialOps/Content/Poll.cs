using NodaTime;

namespace SocialOps.Content;

/// <summary>A poll under a post.</summary>
/// <param name="Options">What can be chosen, in the order shown.</param>
/// <param name="Length">How long it is open after publishing; whole seconds count.</param>
/// <param name="IsMultiple">Whether several options may be chosen.</param>
public sealed record Poll(IReadOnlyList<string> Options, Duration Length, bool IsMultiple = false);
