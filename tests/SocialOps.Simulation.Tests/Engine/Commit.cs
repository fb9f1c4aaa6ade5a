using SocialOps.Auditing;
using SocialOps.Storage;

namespace SocialOps.Simulation.Tests.Engine;

/// <summary>What a process has kept just now: nothing else has happened since.</summary>
internal sealed record Commit(Process By, IReadOnlyList<StoredRecord> Records, IReadOnlyList<AuditEvent> Events)
{
    public IEnumerable<T> Of<T>(RecordKind<T> kind)
        where T : class
        => Records.Where(r => r.Kind == kind.Name).Select(r => kind.FromRecord(r).Value);

    public bool Has(string action) => Events.Any(e => e.Action == action);
}
