using NodaTime;
using SocialOps.People;
using SocialOps.ServicePackages;

namespace SocialOps.Definitions;

/// <summary>Who is responsible, on what basis, and why not somebody else.</summary>
/// <param name="Question">What was asked, with the phase that held.</param>
/// <param name="At">The instant asked for.</param>
/// <param name="Line">The line of the matrix that holds.</param>
/// <param name="Source">Where the line stands.</param>
/// <param name="Owner">Who does it then; <see langword="null"/> only where neither the agency nor the client has anybody.</param>
/// <param name="Control">Who looks at it afterwards; <see langword="null"/> where nobody else is named.</param>
/// <param name="Deputy">Who stands in for the owner; <see langword="null"/> where nobody can.</param>
/// <param name="Steps">Every rule that was applied or passed over, in order.</param>
/// <param name="Revision">The revision of the definitions that say so.</param>
public sealed record ResponsibilityAnswer(
    ResponsibilityQuestion Question,
    Instant At,
    Responsibility Line,
    ResponsibilitySource Source,
    Recipient? Owner,
    Recipient? Control,
    Recipient? Deputy,
    IReadOnlyList<string> Steps,
    long Revision)
{
    /// <summary>Whether it is the client's to do.</summary>
    public bool IsClients => Line.Owner is Party.ClientSide;

    /// <summary>A text for people: the answer, then a line for each rule.</summary>
    public override string ToString()
        => string.Join('\n', Steps.Select(s => "  " + s).Prepend($"{Question.Activity} for {Question.Client} at {At}: {Owner?.ToString() ?? "nobody"}, control {Control?.ToString() ?? "nobody"}, deputy {Deputy?.ToString() ?? "nobody"}"));
}

/// <summary>Where a line of the matrix stands; an earlier one goes before a later one.</summary>
public enum ResponsibilitySource
{
    /// <summary>The agreement with the client.</summary>
    Agreement,

    /// <summary>The collaboration model of the agreement.</summary>
    Collaboration,

    /// <summary>The package.</summary>
    Package,

    /// <summary>What the package includes and excludes, and who answers comments in it.</summary>
    Entitlement,

    /// <summary>What is usual for a kind of content.</summary>
    Usual,
}
