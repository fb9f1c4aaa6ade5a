using SocialOps.AgencyFiles.Shapes;
using SocialOps.Channels;
using SocialOps.Responses;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class RuleShape : BlockShape<ResponseRule>
{
    private static readonly ListShape<string> s_words = new(new LineShape("a word or a phrase"));

    private readonly Field<Category> _label;
    private readonly Field<ComplaintCause> _cause;
    private readonly Field<Severity?> _severity;
    private readonly Field<IReadOnlyList<string>> _any;
    private readonly Field<IReadOnlyList<string>> _none;
    private readonly Field<IReadOnlyList<string>> _networks;

    public RuleShape()
        : base("rule", "a rule's block of keys", "Words that give a label.")
    {
        _label = Required("label", Words.Category, "The label.", "category");
        _cause = Optional("cause", Words.Cause, ComplaintCause.Other, "What a complaint is about.");
        _severity = Optional("severity", References.Maybe(Words.Severity), null, "How grave it is; without it the category's default.");
        _any = Required("any", s_words, "One of these words or phrases stands in the text: whole words; * at a word's beginning or end stands for any letters.");
        _none = Optional("none", s_words, "None of these stands in the text.");
        _networks = Optional("networks", new ListShape<string>(new LineShape("a network")), "The networks it applies to; without them all.");
    }

    protected override ResponseRule Build(Shapes.Values values) => new()
    {
        Id = values.Id,
        Category = values.Of(_label),
        Cause = values.Of(_cause),
        Severity = values.Of(_severity),
        Any = values.Of(_any),
        None = values.Of(_none),
        Networks = values.Of(_networks),
    };
}
