using SocialOps.People;

namespace SocialOps.Definitions;

/// <summary>What a person has learned since the definitions were written: kept beside them in each revision, so that every answer about the past knows what was known then.</summary>
internal sealed record PersonRecord(PersonId Person)
{
    public IReadOnlyList<Training> Trainings { get; init; } = [];

    public IReadOnlyList<BriefingConfirmation> Briefings { get; init; } = [];

    public IReadOnlyList<PersonPractice> Practice { get; init; } = [];

    /// <summary>The person with it.</summary>
    public PersonDefinition Complete(PersonDefinition person) => person with
    {
        Trainings = [.. person.Trainings.Concat(Trainings).Distinct()],
        Briefings = Briefings,
    };
}
