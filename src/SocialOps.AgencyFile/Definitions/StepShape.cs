using SocialOps.AgencyFiles.Shapes;
using SocialOps.Responses;

namespace SocialOps.AgencyFiles.Definitions;

/// <summary>A step of a pattern: <c>assign</c>, <c>contact client</c>, <c>dismiss</c>, <c>{ thank: danke }</c>, <c>{ apologise: bedauern }</c>.</summary>
internal sealed class StepShape : BlockShape<ActionStep>
{
    public static readonly Shape<ActionStep> Instance = new TextOrBlockShape<ActionStep>(
        new ConvertedShape<ActionKind, ActionStep>(
            new WordShape<ActionKind>(
                "a step without a reply (with one: { thank: danke })", "plain-step", "A step that sends nothing to the author.",
                new("assign", ActionKind.Assign, "Makes a person responsible."),
                new("contact client", ActionKind.ContactClient, "Tells the client."),
                new("dismiss", ActionKind.Dismiss, "Needs nothing: recorded and closed.")),
            kind => new(kind)),
        new StepShape());

    private readonly Field<SavedReplyId?> _thank;
    private readonly Field<SavedReplyId?> _apologise;

    private StepShape()
        : base("reply-step", "a step", "A step that sends a saved reply: exactly one of thank and apologise.")
    {
        _thank = Optional("thank", References.Maybe(References.Reply), null, "Sends this saved reply as a thank-you, by standing autonomy.", "reply");
        _apologise = Optional("apologise", References.Maybe(References.Reply), null, "Proposes this saved reply as an apology, sent when a person reacts with it.", "reply");
    }

    protected override ActionStep Build(Shapes.Values values)
    {
        if (values.Has(_thank) == values.Has(_apologise))
        {
            values.Error("write exactly one of thank and apologise.");
        }

        return values.Has(_thank) ? new(ActionKind.Thank, values.Of(_thank)) : new(ActionKind.Apologise, values.Of(_apologise));
    }
}
