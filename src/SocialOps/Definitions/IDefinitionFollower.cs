using NodaTime;
using SocialOps.Storage;

namespace SocialOps.Definitions;

/// <summary>Does what definitions that were taken in ask for, in the transaction that takes them in.</summary>
internal interface IDefinitionFollower
{
    /// <summary>The agency is this now. Called again with the same, it changes nothing.</summary>
    ValueTask FollowAsync(IStoreTransaction transaction, AgencyDefinition agency, Actor actor, Instant now, CancellationToken cancellationToken);
}
