using SocialOps.Channels;

namespace SocialOps.Content;

/// <summary>What can be done to an item.</summary>
internal abstract record ContentCommand
{
    private ContentCommand()
    {
    }

    /// <summary>Edits: the next revision, from variants that are normalised with it.</summary>
    public sealed record Revise(IReadOnlyList<Variant> Variants) : ContentCommand;

    /// <summary>Says when; moves no state and changes no hash.</summary>
    public sealed record Schedule(PublishWindow? Window) : ContentCommand;

    /// <summary>Changes what is known about it.</summary>
    public sealed record Describe(ContentBrief Brief) : ContentCommand;

    /// <summary>Makes a file known.</summary>
    public sealed record AddAsset(MediaAsset Asset) : ContentCommand;

    /// <summary>Moves one variant along the table; who pulls the trigger has checked its guard.</summary>
    /// <param name="Account">The variant's account.</param>
    /// <param name="Trigger">What moves it.</param>
    /// <param name="Hash">The bytes that were decided on: it moves only while they are the current ones.</param>
    /// <param name="Step">The step that it is in afterwards, when it is in review.</param>
    /// <param name="Reason">Why, for people.</param>
    public sealed record Move(ChannelAccountId Account, VariantTrigger Trigger, ContentHash Hash, int Step, string Reason) : ContentCommand;

    /// <summary>Dates the steps of a process for the item's window.</summary>
    public sealed record BeginProcess(ProcessTemplate Template) : ContentCommand;

    /// <summary>The actor agrees to the dates that concern them.</summary>
    public sealed record AgreeDates : ContentCommand;

    /// <summary>The actor has done a step.</summary>
    public sealed record CompleteStep(string Step) : ContentCommand;

    /// <summary>The actor has checked a step.</summary>
    public sealed record CheckStep(string Step, bool IsAccepted, string Note) : ContentCommand;
}
