using SocialOps.Definitions;
using SocialOps.Storage;

namespace SocialOps.Privacy;

/// <summary>Who may touch what is held about customers: people of the agency, known by name.</summary>
internal static class PrivacyActor
{
    public static async ValueTask RequireAsync(IStoreTransaction transaction, SnapshotCache snapshots, Actor actor, CancellationToken cancellationToken)
    {
        var agency = await snapshots.GetCurrentAsync(transaction, cancellationToken).ConfigureAwait(false);
        if (actor.Kind != ActorKind.Person || agency.Definition.People.All(p => p.Id.Value != actor.Id))
        {
            throw new InvalidTransitionException($"Actor {actor.Id}", "is no person of the agency. Act as one of those whom the agency defines.");
        }
    }
}
