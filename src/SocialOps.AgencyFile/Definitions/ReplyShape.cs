using NodaTime;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Values;
using SocialOps.Channels;
using SocialOps.Responses;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class ReplyShape : BlockShape<SavedReplyDefinition>
{
    private readonly Field<string> _language;
    private readonly Field<IReadOnlyList<string>> _texts;
    private readonly Field<IReadOnlyList<ReplyVariant>> _variants;
    private readonly Field<IReadOnlyList<string>> _questions;
    private readonly Field<string?> _source;
    private readonly Field<string?> _owner;
    private readonly Field<IReadOnlyList<ReplyApproval>> _approved;
    private readonly Field<LocalDate?> _validUntil;
    private readonly Field<IReadOnlyList<Category>> _notFor;

    public ReplyShape()
        : base("reply", "a reply's block of keys", "A text that was approved for use; with questions an entry of the pool of questions and answers.")
    {
        _language = Required("language", LineShape.Any, "The texts' language as BCP 47 writes it, e.g. de.");
        _texts = Required("texts", new ListShape<string>(LineShape.Any), "The wordings that fit everywhere; taken in turn, none twice in one thread. {{author}}, {{author|first}}, {{client}} and {{network}} are filled in.");
        _variants = Optional("variants", new ListShape<ReplyVariant>(new VariantShape()), "Wordings for some channels, causes, tones or languages; where one fits it comes first.");
        _questions = Optional("questions", new ListShape<string>(LineShape.Any), "The questions that it answers, in people's words.");
        _source = Optional("fact source", References.Maybe(LineShape.Any), null, "Where the facts come from; an answer needs it.");
        _owner = Optional("fact owner", References.Maybe(LineShape.Any), null, "The person or client's contact who vouches for the facts; an answer needs it.");
        _approved = Optional("approved", new ListShape<ReplyApproval>(new ApprovalShape()), "Who approved exactly these words; an answer needs it.", "approval");
        _validUntil = Optional("valid until", References.Maybe(DateShape.Instance), null, "The last day on which it may be used; without it six months after the approval.");
        _notFor = Optional("not for", new ListShape<Category>(Words.Category), "Never for items with one of these labels.");
    }

    protected override SavedReplyDefinition Build(Shapes.Values values)
    {
        if (values.Of(_approved).Count > 1)
        {
            values.Error(_approved, "there is one approval at a time; keep the latest.");
        }

        return new(new(values.Id), values.Of(_language), values.Of(_texts))
        {
            Variants = values.Of(_variants),
            Questions = values.Of(_questions),
            FactSource = values.Of(_source),
            FactOwner = values.Of(_owner),
            Approval = values.Of(_approved) is [var approval, ..] ? approval : null,
            ValidUntil = values.Of(_validUntil),
            NotFor = values.Of(_notFor),
        };
    }
}

internal sealed class ApprovalShape : BlockShape<ReplyApproval>
{
    private readonly Field<string> _hash;
    private readonly Field<string> _by;
    private readonly Field<LocalDate> _on;

    public ApprovalShape()
        : base("reply-approval", "an approval, e.g. { hash: 1a2b3c4d, by: petersen, on: 2026-01-05 }", "That somebody approved exactly these words.")
    {
        _hash = Required("hash", LineShape.Any, "At least the first 8 digits of the words' hash; 'check' tells it.");
        _by = Required("by", LineShape.Any, "Who.");
        _on = Required("on", DateShape.Instance, "When.");
    }

    protected override ReplyApproval Build(Shapes.Values values) => new(values.Of(_hash), values.Of(_by), values.Of(_on));
}

internal sealed class VariantShape : BlockShape<ReplyVariant>
{
    private readonly Field<string> _text;
    private readonly Field<string?> _language;
    private readonly Field<ComplaintCause?> _cause;
    private readonly Field<ReplyTone?> _tone;
    private readonly Field<IReadOnlyList<string>> _networks;
    private readonly Field<IReadOnlyList<ItemKind>> _kinds;

    public VariantShape()
        : base("reply-variant", "a wording with what it is for, e.g. { text: Danke dir!, tone: informal }", "A wording for some items; what is not written restricts nothing.")
    {
        _text = Required("text", LineShape.Any, "The wording.");
        _language = Optional("language", References.Maybe(LineShape.Any), null, "Only for items in this language, and its own.");
        _cause = Optional("cause", References.Maybe(Words.Cause), null, "Only for complaints about this.");
        _tone = Optional("tone", References.Maybe(Words.Tone), null, "Only where the policy speaks in this tone.");
        _networks = Optional("networks", new ListShape<string>(new LineShape("a network")), "Only on these networks.");
        _kinds = Optional("kinds", new ListShape<ItemKind>(Words.Kind), "Only for items of these kinds.");
    }

    protected override ReplyVariant Build(Shapes.Values values)
        => new(values.Of(_text), values.Of(_language), values.Of(_cause), values.Of(_tone)) { Networks = values.Of(_networks), Kinds = values.Of(_kinds) };
}
