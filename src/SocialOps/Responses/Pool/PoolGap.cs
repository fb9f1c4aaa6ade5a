using NodaTime;
using SocialOps.Channels;
using SocialOps.People;

namespace SocialOps.Responses;

/// <summary>An item to which neither a pattern nor the pool had an answer: the policy and the pool can learn from it (requirement 4.5). The text stays with the item.</summary>
/// <param name="Item">The item's id.</param>
/// <param name="Client">The client.</param>
/// <param name="Category">What it was.</param>
/// <param name="At">When it came.</param>
/// <param name="Closing">What was done about it; <see langword="null"/> while it waits.</param>
public sealed record PoolGap(string Item, ClientId Client, Category Category, Instant At, PoolGapClosing? Closing = null);

/// <summary>What was done about a gap.</summary>
/// <param name="Reason">What: a saved reply that answers it now, or why none is needed.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record PoolGapClosing(string Reason, Actor By, Instant At);

/// <summary>A saved reply that was sent.</summary>
/// <param name="Publication">The publication.</param>
/// <param name="Reply">The saved reply.</param>
/// <param name="Wording">The wording's mark.</param>
/// <param name="At">When it was decided.</param>
public sealed record ReplyUse(string Publication, SavedReplyId Reply, string Wording, Instant At);
