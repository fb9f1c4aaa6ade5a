using SocialOps.OnCall;
using SocialOps.Storage;

namespace SocialOps.Definitions;

/// <summary>The agency with one schedule changed.</summary>
internal static class ScheduleChange
{
    /// <summary>The definitions in force, and the hash of a schedule in them.</summary>
    /// <exception cref="NotFoundException">There is no such schedule.</exception>
    public static async ValueTask<(List<AgencyPart> Parts, string Hash)> PartsAsync(IStoreTransaction transaction, ScheduleId schedule, CancellationToken cancellationToken)
    {
        var head = await SnapshotCache.FindHeadAsync(transaction, cancellationToken).ConfigureAwait(false) ?? throw new NotFoundException("schedule", schedule.Value);
        var parts = await SnapshotCache.PartsAsync(transaction, head, cancellationToken).ConfigureAwait(false);
        var known = parts.FirstOrDefault(p => p.Type == DefinitionType.Schedule && p.Id == schedule.Value) ?? throw new NotFoundException("schedule", schedule.Value);
        return (parts, known.Hash);
    }

    public static List<AgencyPart> Replace(List<AgencyPart> parts, ScheduleDefinition schedule)
    {
        var next = AgencyParts.Of(schedule);
        return [.. parts.Select(p => p.Type == next.Type && p.Id == next.Id ? next : p)];
    }

    /// <summary>What is wrong with the whole.</summary>
    public static IReadOnlyList<Finding> Faults(List<AgencyPart> parts)
        => [.. AgencyValidation.Validate(AgencyParts.Join(parts)).Where(f => f.Severity == FindingSeverity.Error)];
}
