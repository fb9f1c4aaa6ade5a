using SocialOps.AgencyFiles.Shapes;
using SocialOps.Guidelines;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class GuidelineShape : BlockShape<GuidelineDocument>
{
    private readonly Field<string> _name;
    private readonly Field<IReadOnlyList<GuidelineSection>> _sections;

    public GuidelineShape()
        : base("guideline", "a guideline's block of keys", "What a client, or the agency, holds itself to; decisions cite its sections.")
    {
        _name = Required("name", LineShape.Any, "The name that people read.");
        _sections = Required("sections", new MapShape<GuidelineSection>(new GuidelineSectionShape(), "respect"), "What it says, by key; a reason cites radhaus-netiquette#respect.");
    }

    protected override GuidelineDocument Build(Shapes.Values values) => new() { Id = new(values.Id), Name = values.Of(_name), Sections = values.Of(_sections) };
}
