using SocialOps.AgencyFiles.Shapes;
using SocialOps.Responses;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class ReplyShape : BlockShape<SavedReplyDefinition>
{
    private readonly Field<string> _language;
    private readonly Field<IReadOnlyList<string>> _texts;

    public ReplyShape()
        : base("reply", "a reply's block of keys", "A text that was approved for use.")
    {
        _language = Required("language", LineShape.Any, "The text's language as BCP 47 writes it, e.g. de.");
        _texts = Required("texts", new ListShape<string>(LineShape.Any), "The wordings; the engine takes them in turn.");
    }

    protected override SavedReplyDefinition Build(Shapes.Values values) => new(new(values.Id), values.Of(_language), values.Of(_texts));
}
