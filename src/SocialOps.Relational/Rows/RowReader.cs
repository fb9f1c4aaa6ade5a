using System.Data.Common;
using System.Runtime.InteropServices;
using SocialOps.Auditing;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Relational.Rows;

/// <summary>From columns to the contract's records, in the order of the catalogue's column lists.</summary>
internal static class RowReader
{
    public static StoredRecord Record(DbDataReader row, string kind) => new(
        kind,
        row.GetString(0),
        row.GetInt64(1),
        row.GetInt32(2),
        new(TextOrNull(row, 3), TextOrNull(row, 4), TextOrNull(row, 5), TextOrNull(row, 6)),
        row.GetFieldValue<byte[]>(7));

    public static WorkItem Work(DbDataReader row) => new(
        new(row.GetString(0)),
        row.GetInt64(1),
        row.GetString(2),
        row.GetString(3),
        (WorkClass)row.GetInt32(4),
        StoredInstant.ToInstant(row.GetInt64(5)),
        (WorkState)row.GetInt32(6),
        row.GetInt64(7),
        row.GetInt32(8),
        row.GetString(9),
        row.GetFieldValue<byte[]>(10),
        row.GetInt32(11),
        TextOrNull(row, 12));

    public static AuditEvent Audit(DbDataReader row) => new(
        StoredInstant.ToInstant(row.GetInt64(0)),
        new((ActorKind)row.GetInt32(1), row.GetString(2), row.GetString(3)),
        row.GetString(4),
        row.GetString(5),
        row.GetString(6),
        row.GetInt64(7));

    /// <summary>The bytes as the array that drivers want; a copy only when they are a part of one.</summary>
    public static byte[] Bytes(ReadOnlyMemory<byte> bytes)
        => MemoryMarshal.TryGetArray(bytes, out var part) && part.Offset == 0 && part.Count == part.Array!.Length ? part.Array : bytes.ToArray();

    private static string? TextOrNull(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
