using System.Text.Json.Serialization;
using SocialOps.People;

namespace SocialOps.Approvals;

/// <summary>How many approvals a step needs. One person has one voice in a step, also when deciding for somebody else.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(AnyOf), "anyOf")]
[JsonDerivedType(typeof(AllOf), "allOf")]
[JsonDerivedType(typeof(AtLeast), "atLeast")]
public abstract record Quorum
{
    private Quorum()
    {
    }

    /// <summary>One approver of the step.</summary>
    public sealed record AnyOf : Quorum;

    /// <summary>For each selector somebody of its own.</summary>
    public sealed record AllOf : Quorum;

    /// <summary>So many different people.</summary>
    /// <param name="Count">1 or more.</param>
    /// <param name="Roles">Only people with one of these roles count; empty or <see langword="null"/> for everybody whom the step selects.</param>
    public sealed record AtLeast(int Count, IReadOnlyList<PersonRole>? Roles = null) : Quorum;
}
