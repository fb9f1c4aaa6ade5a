using SocialOps.Definitions;
using SocialOps.People;
using SocialOps.Storage;

namespace SocialOps.Publishing;

/// <summary>Who may decide about what is sent.</summary>
internal static class PublishingRights
{
    /// <exception cref="InvalidTransitionException">The actor is no person with one of the roles.</exception>
    public static async ValueTask RequireAsync(IStoreTransaction transaction, SnapshotCache snapshots, Actor actor, CancellationToken cancellationToken, params PersonRole[] roles)
    {
        var agency = await snapshots.GetCurrentAsync(transaction, cancellationToken).ConfigureAwait(false);
        if (actor.Kind != ActorKind.Person || agency.People.GetValueOrDefault(new(actor.Id))?.Roles.Any(roles.Contains) != true)
        {
            throw new InvalidTransitionException($"Actor {actor.Id}", $"may not decide about publishing: one of the roles {string.Join(", ", roles)} is missing.");
        }
    }
}
