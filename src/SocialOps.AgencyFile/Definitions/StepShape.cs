using SocialOps.AgencyFiles.Shapes;
using SocialOps.Responses;

namespace SocialOps.AgencyFiles.Definitions;

/// <summary>A step of a pattern: <c>assign</c>, <c>contact client</c>, <c>dismiss</c>, <c>{ thank: danke }</c>, <c>{ apologise: bedauern }</c>, <c>{ hide: no insults }</c>.</summary>
internal sealed class StepShape : BlockShape<ActionStep>
{
    public static readonly Shape<ActionStep> Instance = new TextOrBlockShape<ActionStep>(
        new ConvertedShape<ActionKind, ActionStep>(
            new WordShape<ActionKind>(
                "a step without a reply (with one: { thank: danke })", "plain-step", "A step that sends nothing to the author.",
                new("assign", ActionKind.Assign, "Makes a person responsible."),
                new("answer", ActionKind.Answer, "Proposes the pool's answer, sent when a person reacts with it."),
                new("contact client", ActionKind.ContactClient, "Tells the client."),
                new("dismiss", ActionKind.Dismiss, "Needs nothing: recorded and closed.")),
            kind => new(kind)),
        new StepShape());

    private readonly Field<SavedReplyId?> _thank;
    private readonly Field<SavedReplyId?> _apologise;
    private readonly (Field<string?> Field, ActionKind Kind)[] _moderation;

    private StepShape()
        : base("written-step", "a step", "A step with a saved reply or with a reason: exactly one key.")
    {
        _thank = Optional("thank", References.Maybe(References.Reply), null, "Sends this saved reply as a thank-you, by standing autonomy.", "reply");
        _apologise = Optional("apologise", References.Maybe(References.Reply), null, "Proposes this saved reply as an apology, sent when a person reacts with it.", "reply");
        _moderation =
        [
            (Reason("hide", "Proposes that the item be hidden"), ActionKind.Hide),
            (Reason("delete", "Proposes that the item be deleted"), ActionKind.Delete),
            (Reason("block", "Proposes that its author be blocked"), ActionKind.Block),
            (Reason("report", "Proposes that the item be reported to the network"), ActionKind.Report),
        ];
    }

    protected override ActionStep Build(Shapes.Values values)
    {
        var moderation = _moderation.Where(m => values.Has(m.Field)).ToList();
        if ((values.Has(_thank) ? 1 : 0) + (values.Has(_apologise) ? 1 : 0) + moderation.Count != 1)
        {
            values.Error("write exactly one of thank, apologise, hide, delete, block and report.");
        }

        return values.Has(_thank) ? new(ActionKind.Thank, values.Of(_thank))
            : moderation is [var (field, kind), ..] ? new(kind, Reason: values.Of(field))
            : new(ActionKind.Apologise, values.Of(_apologise));
    }

    private Field<string?> Reason(string key, string meaning)
        => Optional(key, References.Maybe(new LineShape("a reason: the netiquette's rule that is broken")), null, meaning + ", for this reason from the netiquette; a person does it.", "reason");
}
