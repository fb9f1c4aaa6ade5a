using System.Text.Json.Serialization;
using SocialOps.Channels;

namespace SocialOps.Responses;

/// <summary>One step of an action pattern.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Reply">The saved reply that is sent, for <see cref="ActionKind.Thank"/> and <see cref="ActionKind.Apologise"/>.</param>
/// <param name="Reason">The netiquette's rule that is broken, for what is done to others' posts.</param>
public sealed record ActionStep(ActionKind Kind, SavedReplyId? Reply = null, string? Reason = null)
{
    /// <summary>What is done to others' posts, or <see langword="null"/> for a step that does nothing to them.</summary>
    [JsonIgnore]
    public ModerationAction? Moderation => Kind switch
    {
        ActionKind.Hide => ModerationAction.Hide,
        ActionKind.Delete => ModerationAction.Delete,
        ActionKind.Block => ModerationAction.Block,
        ActionKind.Report => ModerationAction.Report,
        _ => null,
    };
}
