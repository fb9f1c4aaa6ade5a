using SocialOps.Inbox;
using SocialOps.Publishing;

namespace SocialOps.Privacy;

/// <summary>One thing that a customer wrote, and what came of it.</summary>
/// <param name="Item">What they wrote.</param>
/// <param name="Case">The case that deals with it; a complaint's dialogue stands in it.</param>
/// <param name="Answers">Our replies to exactly this item, the oldest first, whatever became of them; of the first hundred of the case.</param>
public sealed record CustomerContact(InboundItem Item, Case Case, IReadOnlyList<Publication> Answers);
