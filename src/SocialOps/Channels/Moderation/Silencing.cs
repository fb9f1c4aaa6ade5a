namespace SocialOps.Channels;

/// <summary>What may be silenced at all: hidden, deleted, or its author blocked. Whatever is not named here is answered (responses d.3: default deny).</summary>
internal static class Silencing
{
    public static bool IsSilenceable(this Category category) => category is Category.HateOrThreat or Category.Insult or Category.Troll or Category.Spam or Category.OffTopic;
}
