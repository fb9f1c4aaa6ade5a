using SocialOps.AgencyFiles.Shapes;
using SocialOps.Guidelines;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class GuidelineSectionShape : BlockShape<GuidelineSection>
{
    private readonly Field<GuidelineSectionKind> _kind;
    private readonly Field<IReadOnlyDictionary<string, string>> _texts;
    private readonly Field<IReadOnlyList<string>> _good;
    private readonly Field<IReadOnlyList<string>> _bad;

    public GuidelineSectionShape()
        : base("guideline-section", "a section's block of keys", "One part of a guideline that can be cited.")
    {
        _kind = Required("kind", Words.GuidelineSection, "What it is.");
        _texts = Required("text", new PairsShape<string, string>(new LineShape("a language"), LineShape.Any), "What it says, by language: de, en.", "texts");
        _good = Optional("good", new ListShape<string>(LineShape.Any), "Sentences that hit it.");
        _bad = Optional("bad", new ListShape<string>(LineShape.Any), "Sentences that miss it.");
    }

    protected override GuidelineSection Build(Shapes.Values values) => new(values.Id, values.Of(_kind), values.Of(_texts)) { Good = values.Of(_good), Bad = values.Of(_bad) };
}
