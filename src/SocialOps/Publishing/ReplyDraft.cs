using SocialOps.Channels;
using SocialOps.Content;

namespace SocialOps.Publishing;

/// <summary>Which approved draft of a reply a publication sends.</summary>
/// <param name="Proposal">The proposal, whose approval is asked for again before the send.</param>
/// <param name="Name">The draft's name in it.</param>
/// <param name="Hash">The hash of exactly the bytes.</param>
public sealed record ReplyDraft(string Proposal, string Name, ContentHash Hash)
{
    /// <summary>A reply as the bytes that are approved and sent: account, text and what it answers.</summary>
    internal static Variant VariantOf(ChannelAccountId? account, string text, string? inReplyTo)
        => new Variant { Account = account ?? new("-"), Text = text, ReplyTo = inReplyTo }.Normalised();
}
