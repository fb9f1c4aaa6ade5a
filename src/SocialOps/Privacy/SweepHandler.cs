using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.Auditing;
using SocialOps.Definitions;
using SocialOps.Inbox;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Privacy;

/// <summary>Once a day: removes the bytes and erases the items whose time is over, a batch a row. It comes again as long as something is held.</summary>
internal sealed class SweepHandler(SnapshotCache snapshots, ErasureUnit unit) : ITransactionalHandler
{
    private const int BatchSize = 50;

    public string Kind => RetentionRow.Sweep;

    public async ValueTask<WorkOutcome> HandleAsync(IStoreTransaction transaction, WorkItem work, Instant now, CancellationToken cancellationToken)
    {
        var at = work.Payload.IsEmpty ? new SweepPosition(false, null, 0) : JsonSerializer.Deserialize(work.Payload.Span, SweepJson.Default.SweepPosition)!;
        var agency = await snapshots.GetCurrentAsync(transaction, cancellationToken).ConfigureAwait(false);
        var sweep = new Sweep(transaction, unit, agency, now);
        var next = at.IsAtItems
            ? await sweep.ItemsAsync(at.Continue, BatchSize, cancellationToken).ConfigureAwait(false)
            : await sweep.DeliveriesAsync(at.Continue, BatchSize, cancellationToken).ConfigureAwait(false);
        if (sweep.Removed > 0)
        {
            await transaction.AppendAsync(new AuditEvent(now, Actor.Engine, "retention.swept", work.SubjectId, at.IsAtItems ? $"{sweep.Removed} item(s) whose case was closed {agency.Definition.Retention.ItemDays} days before were erased." : $"{sweep.Removed} delivery(ies) older than {agency.Definition.Retention.DeliveryDays} days were removed."), cancellationToken).ConfigureAwait(false);
        }

        if (next is not null || !at.IsAtItems)
        {
            var position = new SweepPosition(at.IsAtItems || next is null, next, at.Number + 1);
            var row = $"{work.DedupeKey.Split('/')[0]}/{position.Number}";
            await transaction.ScheduleAsync(new(Kind, work.SubjectId, WorkClass.Bulk, now, row, JsonSerializer.SerializeToUtf8Bytes(position, SweepJson.Default.SweepPosition)), cancellationToken).ConfigureAwait(false);
        }
        else if (await sweep.HoldsSomethingAsync(cancellationToken).ConfigureAwait(false))
        {
            await transaction.ScheduleAsync(RetentionRow.After(now), cancellationToken).ConfigureAwait(false);
        }

        return WorkOutcome.Done;
    }
}

/// <summary>How far a day's sweep has come: first deliveries, then items.</summary>
internal sealed record SweepPosition(bool IsAtItems, string? Continue, int Number);

[JsonSerializable(typeof(SweepPosition))]
internal sealed partial class SweepJson : JsonSerializerContext;
