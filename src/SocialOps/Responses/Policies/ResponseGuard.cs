using SocialOps.Channels;

namespace SocialOps.Responses;

/// <summary>What holds for some items whatever the patterns say. It applies when one of its categories is among the item's labels and one of its rules gave a label; what is empty restricts nothing.</summary>
public sealed record ResponseGuard
{
    /// <summary>The guard's id, unique within the policy and not one of the library's own.</summary>
    public required string Id { get; init; }

    /// <summary>The labels it is for, primary or not, of whatever source: a suspicion is enough.</summary>
    public IReadOnlyList<Category> Categories { get; init; } = [];

    /// <summary>The rules it is for, by id.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>Where it applies.</summary>
    public ResponseScope Scope { get; init; } = ResponseScope.Agency;

    /// <summary>What is not done.</summary>
    public IReadOnlyList<ActionKind> Forbids { get; init; } = [];

    /// <summary>What is done as well: <see cref="ActionKind.Assign"/> or <see cref="ActionKind.ContactClient"/>.</summary>
    public IReadOnlyList<ActionKind> Adds { get; init; } = [];
}
