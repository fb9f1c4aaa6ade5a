namespace SocialOps.Storage;

/// <summary>A record as a store keeps it: an opaque body beside a few index columns.</summary>
/// <param name="Kind">The name of its <see cref="RecordKind{T}"/>.</param>
/// <param name="Id">Unique within (tenant, kind); at most 200 characters, compared ordinally.</param>
/// <param name="Version">1 when it was written first, one more with each write.</param>
/// <param name="BodyVersion">The shape of the body, so that a later release can still read it.</param>
/// <param name="Indexes">The index columns.</param>
/// <param name="Body">UTF-8 JSON; a store never looks inside.</param>
public sealed record StoredRecord(string Kind, string Id, long Version, int BodyVersion, RecordIndexes Indexes, ReadOnlyMemory<byte> Body);

/// <summary>A record's index columns: text of at most 200 characters in ordinal order, <see langword="null"/> where the record does not take part in the index.</summary>
/// <param name="Slot1">The first index column.</param>
/// <param name="Slot2">The second index column.</param>
/// <param name="Slot3">The third index column.</param>
/// <param name="Slot4">The fourth index column.</param>
public readonly record struct RecordIndexes(string? Slot1 = null, string? Slot2 = null, string? Slot3 = null, string? Slot4 = null)
{
    /// <summary>How many index columns there are.</summary>
    public const int Count = 4;

    /// <summary>The index column of this number.</summary>
    /// <param name="slot">1 to <see cref="Count"/>.</param>
    public string? this[int slot] => slot switch
    {
        1 => Slot1,
        2 => Slot2,
        3 => Slot3,
        4 => Slot4,
        _ => throw new ArgumentOutOfRangeException(nameof(slot), slot, "A record has index columns 1 to 4."),
    };
}
