using SocialOps.Channels;
using SocialOps.People;

namespace SocialOps.Definitions;

/// <summary>What exercises have shown of a person for a category (requirement 4.8); the rule that moves it is written here. Pure.</summary>
/// <param name="Person">The person.</param>
/// <param name="Category">The category.</param>
/// <param name="Raised">By how many levels the person may go further alone than <see cref="PersonDefinition.Autonomy"/> says, never beyond <see cref="PersonDefinition.AutonomyAtMost"/>.</param>
/// <param name="Passed">How many exercises were passed in a row since the last raise, failure or breach.</param>
public sealed record PersonPractice(PersonId Person, Category Category, int Raised = 0, int Passed = 0)
{
    /// <summary>So many exercises passed in a row raise by one level.</summary>
    public const int ForOneLevel = 3;

    /// <summary>An exercise was passed: the third in a row raises by one level, while the person's own most is not reached.</summary>
    internal PersonPractice AfterPass(PersonDefinition person)
        => Passed + 1 < ForOneLevel ? this with { Passed = Passed + 1 }
            : (int)person.Autonomy + Raised < (int)person.MostAutonomy() ? this with { Passed = 0, Raised = Raised + 1 }
            : this with { Passed = ForOneLevel };

    /// <summary>An exercise was not passed: counting begins anew.</summary>
    internal PersonPractice AfterFailure() => this with { Passed = 0 };

    /// <summary>A reply was not what the client would have said: one level that exercises gave is gone, and counting begins anew.</summary>
    internal PersonPractice AfterBreach() => this with { Passed = 0, Raised = Math.Max(0, Raised - 1) };
}

/// <summary>How far people may go alone. Pure.</summary>
internal static class PersonAutonomy
{
    /// <summary>How far a person may go alone with a category: what their definition says, raised by exercises, at most <see cref="PersonDefinition.AutonomyAtMost"/>.</summary>
    /// <param name="agency">The definitions.</param>
    /// <param name="person">The person; somebody unknown may go as far as anybody.</param>
    /// <param name="category">The category.</param>
    public static AutonomyLevel AutonomyOf(this AgencySnapshot agency, PersonId person, Category category)
    {
        ArgumentNullException.ThrowIfNull(agency);
        return agency.People.GetValueOrDefault(person) is not { } known ? AutonomyLevel.ActWithinPool
            : agency.Definition.Practice.FirstOrDefault(p => p.Person == person && p.Category == category) is { Raised: > 0 } practice
                ? (AutonomyLevel)Math.Max((int)known.Autonomy, Math.Min((int)known.Autonomy + practice.Raised, (int)known.MostAutonomy()))
                : known.Autonomy;
    }

    internal static AutonomyLevel MostAutonomy(this PersonDefinition person) => person.AutonomyAtMost is { } most && most > person.Autonomy ? most : person.Autonomy;
}
