using SocialOps.AgencyFiles.Shapes;
using SocialOps.Channels;
using SocialOps.People;
using SocialOps.Responses;
using SocialOps.Time;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class AutonomyShape : BlockShape<AutonomyDefinition>
{
    private readonly Field<AutonomyLevel> _level;
    private readonly Field<IReadOnlyList<CategoryAutonomy>> _categories;
    private readonly Field<CalendarId?> _hours;
    private readonly Field<AutonomyLevel> _outside;

    public AutonomyShape()
        : base("autonomy", "a block of autonomy, e.g. { level: L4, hours: office, outside hours: L1 }", "How far the engine may go alone. The lowest of all caps holds: package, policy, category, hours, whoever is on duty, the wave, breaches.")
    {
        _level = Optional("level", Words.Autonomy, AutonomyLevel.ActWithinPool, "The most, whatever the item; L4 without it.");
        _categories = Optional("categories", new ListShape<CategoryAutonomy>(new CategoryAutonomyShape()), "The most for some categories.");
        _hours = Optional("hours", References.Maybe(References.Calendar), null, "The calendar whose hours count.");
        _outside = Optional("outside hours", Words.Autonomy, AutonomyLevel.ActWithinPool, "The most outside the hours.");
    }

    protected override AutonomyDefinition Build(Shapes.Values values)
        => new() { Level = values.Of(_level), Categories = values.Of(_categories), Hours = values.Of(_hours), OutsideHours = values.Of(_outside) };
}

internal sealed class CategoryAutonomyShape : BlockShape<CategoryAutonomy>
{
    private readonly Field<Category> _for;
    private readonly Field<AutonomyLevel> _level;

    public CategoryAutonomyShape()
        : base("category-autonomy", "a category with its level, e.g. { for: question, level: L2 }", "The most for a category.")
    {
        _for = Required("for", Words.Category, "The category.", "category");
        _level = Required("level", Words.Autonomy, "The most.");
    }

    protected override CategoryAutonomy Build(Shapes.Values values) => new(values.Of(_for), values.Of(_level));
}
