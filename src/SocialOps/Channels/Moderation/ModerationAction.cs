namespace SocialOps.Channels;

/// <summary>What can be done to what others wrote.</summary>
public enum ModerationAction
{
    /// <summary>Others no longer see it; it can be shown again.</summary>
    Hide,

    /// <summary>It is gone.</summary>
    Delete,

    /// <summary>Its author can no longer write to the account.</summary>
    Block,

    /// <summary>The network's own moderators are told.</summary>
    Report,
}
