namespace SocialOps.Invariants;

/// <summary>Looks at one kind of rows.</summary>
internal interface IInvariantCheck
{
    ValueTask RunAsync(InvariantWalk walk, CancellationToken cancellationToken);
}
