using SocialOps.Channels;

namespace SocialOps.Inbox;

/// <summary>What may be done to what others wrote: criticism is answered, never silenced (responses d.3).</summary>
internal static class ModerationBounds
{
    /// <summary>Why it may not be done, with the way out; <see langword="null"/> when it may.</summary>
    public static string? FindRefusal(InboundItem item, ModerationAction action) => action switch
    {
        _ when NetworkModeration.Ask(item.Network, action) is ModerationAnswer.NotSupported no => $"{no.Reason}. What comes nearest there is {no.Alternative}.",
        ModerationAction.Report => null,
        _ when item.Classification.Category.IsSilenceable() => null,
        _ => $"{item.Classification.Category} is answered, not silenced: only hate, insults, trolls, spam and what is off topic may be hidden or deleted, and their authors blocked. If the label is wrong, set the right one first (RelabelAsync).",
    };
}
