using System.Text.Json;
using NodaTime;
using SocialOps.Auditing;
using SocialOps.Definitions;
using SocialOps.Storage;

namespace SocialOps.Routines;

/// <summary>Routines of the agency's definitions come as they say; one that was taken out comes no more. What was defined beside them is left alone.</summary>
internal sealed class RoutineFollower : IDefinitionFollower
{
    public async ValueTask FollowAsync(IStoreTransaction transaction, AgencyDefinition agency, Actor actor, Instant now, CancellationToken cancellationToken)
    {
        foreach (var routine in agency.Routines)
        {
            var stored = await transaction.FindAsync(RoutineRecords.Routines, routine.Id.Value, cancellationToken).ConfigureAwait(false);
            if (stored is null || stored.Value.IsStopped || !stored.Value.IsOfAgency || !Json(stored.Value.Definition).SequenceEqual(Json(routine)))
            {
                await RoutineUnit.DefineAsync(transaction, stored, routine, isOfAgency: true, actor, now, cancellationToken).ConfigureAwait(false);
            }
        }

        var page = await transaction.QueryAsync(RoutineRecords.Routines, new RecordQuery("", Limit: 1_000), cancellationToken).ConfigureAwait(false);
        foreach (var gone in page.Items.Where(r => r.Value is { IsOfAgency: true, IsStopped: false } && agency.Routines.All(known => known.Id != r.Value.Definition.Id)).ToList())
        {
            await transaction.PutAsync(RoutineRecords.Routines, gone.Value with { IsStopped = true }, gone.Version, cancellationToken).ConfigureAwait(false);
            await transaction.AppendAsync(new AuditEvent(now, actor, "routine.stopped", gone.Value.Definition.Id.Value, "It was taken out of the agency's definitions."), cancellationToken).ConfigureAwait(false);
        }
    }

    private static byte[] Json(RoutineDefinition routine) => JsonSerializer.SerializeToUtf8Bytes(routine, DefinitionJson.Default.RoutineDefinition);
}
