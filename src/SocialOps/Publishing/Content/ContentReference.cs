using SocialOps.Content;

namespace SocialOps.Publishing;

/// <summary>Which content a publication sends.</summary>
/// <param name="Item">The item.</param>
/// <param name="Revision">Its revision.</param>
/// <param name="Hash">The hash of exactly the bytes.</param>
public sealed record ContentReference(ContentItemId Item, int Revision, ContentHash Hash);
