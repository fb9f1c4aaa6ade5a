using System.Runtime.CompilerServices;
using System.Text;
using NodaTime;
using SocialOps.Auditing;
using SocialOps.Work;

namespace SocialOps.Storage;

/// <summary>
/// The checks of a store's arguments, so that every store refuses the same ones with the same words. Keys, names and index values must be text
/// that every store can hold: no U+0000 and no lone surrogate. Free text is not refused; keep it through <see cref="Serialization.SafeText"/>.
/// </summary>
public static class StoreArguments
{
    /// <summary>The most characters of a kind or a tenant.</summary>
    public const int MaxName = 64;

    /// <summary>The most characters of an id, an index value, an owner or an action.</summary>
    public const int MaxKey = 200;

    /// <summary>The most characters of a dedupe key.</summary>
    public const int MaxDedupeKey = 400;

    /// <summary>The most items of a page or a claim.</summary>
    public const int MaxLimit = 1_000;

    /// <summary>The most bytes of a work row's payload: 4 MiB.</summary>
    public const int MaxPayload = 4 * 1024 * 1024;

    /// <summary>Refuses a tenant without a name.</summary>
    /// <exception cref="ArgumentException">It is not 1 to 64 characters of sound text.</exception>
    public static void Check(TenantId tenant) => Text(tenant.Value, MaxName, required: true, nameof(tenant));

    /// <summary>Refuses a record's key that no store could hold.</summary>
    /// <exception cref="ArgumentException">A part is empty, too long or unsound.</exception>
    public static void CheckKey(string kind, string id)
    {
        Text(kind, MaxName, required: true);
        Text(id, MaxKey, required: true);
    }

    /// <summary>Refuses a record that no store could hold.</summary>
    /// <exception cref="ArgumentException">A key or index value is too long or unsound, or the version is negative.</exception>
    public static void Check(StoredRecord record, long expectedVersion)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        CheckKey(record.Kind, record.Id);
        for (var slot = 1; slot <= RecordIndexes.Count; slot++)
        {
            if (record.Indexes[slot] is { } value)
            {
                Text(value, MaxKey, required: false, nameof(record));
            }
        }
    }

    /// <summary>Refuses a range that makes no sense.</summary>
    /// <exception cref="ArgumentException">The slot is not 0 to 4, the limit not 1 to 1,000, or a text is unsound.</exception>
    public static void Check(RecordQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        Text(query.Kind, MaxName, required: true);
        ArgumentOutOfRangeException.ThrowIfNegative(query.Slot);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Slot, RecordIndexes.Count);
        Limit(query.Limit);
        Text(query.From ?? "", int.MaxValue, required: false, nameof(query));
        Text(query.To ?? "", int.MaxValue, required: false, nameof(query));
    }

    /// <summary>Refuses a work row that no store could hold.</summary>
    /// <exception cref="ArgumentException">A key is empty, too long or unsound, or the payload is over 4 MiB.</exception>
    public static void Check(WorkDraft work)
    {
        ArgumentNullException.ThrowIfNull(work);
        Text(work.Kind, MaxName, required: true);
        Text(work.SubjectId, MaxKey, required: false);
        Text(work.DedupeKey, MaxDedupeKey, required: true);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(work.Payload.Length, MaxPayload);
        Class(work.Class);
    }

    /// <summary>Refuses a list of work that makes no sense.</summary>
    /// <exception cref="ArgumentException">The limit is not 1 to 1,000, or a text is unsound.</exception>
    public static void Check(WorkQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        Limit(query.Limit);
        Text(query.Kind ?? "", int.MaxValue, required: false, nameof(query));
        Text(query.SubjectId ?? "", int.MaxValue, required: false, nameof(query));
    }

    /// <summary>Refuses an audit event that no store could hold.</summary>
    /// <exception cref="ArgumentException">A key is too long or unsound, or the event has a sequence already.</exception>
    public static void Check(AuditEvent auditEvent)
    {
        ArgumentNullException.ThrowIfNull(auditEvent);
        ArgumentOutOfRangeException.ThrowIfNotEqual(auditEvent.Sequence, 0);
        Text(auditEvent.Actor.Id, MaxKey, required: false);
        Text(auditEvent.Actor.Via, MaxKey, required: false);
        Text(auditEvent.Action, MaxKey, required: true);
        Text(auditEvent.SubjectId, MaxKey, required: false);
    }

    /// <summary>Refuses a list of audit events that makes no sense.</summary>
    /// <exception cref="ArgumentException">The limit is not 1 to 1,000, or a text is unsound.</exception>
    public static void Check(AuditQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        Limit(query.Limit);
        Text(query.Action ?? "", int.MaxValue, required: false, nameof(query));
        Text(query.SubjectId ?? "", int.MaxValue, required: false, nameof(query));
    }

    /// <summary>Refuses a claim that makes no sense.</summary>
    /// <exception cref="ArgumentException">The limit is not 1 to 1,000, the lease not positive, or the owner nameless.</exception>
    public static void Check(ClaimRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(request.Kinds);
        Text(request.Owner, MaxKey, required: true);
        Limit(request.Limit);
        CheckLease(request.LeaseLength);
        Class(request.Class ?? WorkClass.Urgent);
    }

    /// <summary>Refuses a lease that ends before it begins.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public static void CheckLease(Duration length) => ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, Duration.Zero);

    private static void Limit(int limit, [CallerArgumentExpression(nameof(limit))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit, name);
    }

    private static void Class(WorkClass value)
    {
        if (value is < WorkClass.Urgent or > WorkClass.Bulk)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "There are three classes of work: Urgent, Normal and Bulk.");
        }
    }

    private static void Text(string text, int most, bool required, [CallerArgumentExpression(nameof(text))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(text, name);
        if (text.Length > most || (required && text.Length == 0))
        {
            throw new ArgumentException($"It has {text.Length} characters; {(required ? 1 : 0)} to {most} are possible.", name);
        }

        if (!IsSound(text))
        {
            throw new ArgumentException("It holds U+0000 or half a surrogate pair, which not every store can keep. Make it through SafeText first.", name);
        }
    }

    private static bool IsSound(ReadOnlySpan<char> text)
    {
        if (text.Contains('\0'))
        {
            return false;
        }

        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var at)
        {
            if (Rune.DecodeFromUtf16(text[at..], out _, out var consumed) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            text = text[(at + consumed)..];
        }

        return true;
    }
}
