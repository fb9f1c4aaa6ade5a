using NodaTime;
using SocialOps.Auditing;
using SocialOps.People;
using SocialOps.Publishing;
using SocialOps.Storage;

namespace SocialOps.Inbox;

/// <summary>Holds a client's scheduled posts in the transaction in which the wave reaches its level.</summary>
internal static class CrisisFreeze
{
    public static async ValueTask BeginAsync(IStoreTransaction transaction, ClientId client, string reason, Instant now, CancellationToken cancellationToken)
    {
        var scope = FreezeScope.Of(client);
        var stored = await transaction.FindAsync(FreezeRecords.Freezes, scope.Key, cancellationToken).ConfigureAwait(false);
        if (stored is { Value.LiftedAt: null })
        {
            return;
        }

        await transaction.PutAsync(FreezeRecords.Freezes, new PublishFreeze { ScopeKey = scope.Key, Reason = reason, FrozenBy = Actor.Engine, FrozenAt = now }, stored?.Version ?? 0, cancellationToken).ConfigureAwait(false);
        await transaction.AppendAsync(new AuditEvent(now, Actor.Engine, "publishing.frozen", scope.Key, reason), cancellationToken).ConfigureAwait(false);
    }
}
