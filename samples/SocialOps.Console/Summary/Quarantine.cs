using System.Buffers.Binary;
using System.Security.Cryptography;
using SocialOps.Console.Desk;
using SocialOps.Inbox;

namespace SocialOps.Console.Summary;

/// <summary>Which lines of an inbox are in quarantine, by reading it once more: of the lines nothing is remembered, of the quarantine sixteen bytes a delivery.</summary>
internal static class Quarantine
{
    private const int PageSize = 20;
    private const int Remembered = 1000;

    /// <summary>Reports the lines and counts them.</summary>
    public static async Task<long> ReportAsync(OpsDesk desk, IAsyncEnumerable<InboxLine> inbox, IReadOnlyList<InboxLine> refused)
    {
        var (notes, count) = (new LineNotes(), 0L);
        foreach (var line in refused)
        {
            notes.Add(line.Number, $"{line.TooLong:N0} bytes; at most {InboundDelivery.MaxBytes:N0} are taken. Not stored.");
            count++;
        }

        var faults = await FaultsAsync(desk);
        if (faults.Count > 0)
        {
            await foreach (var line in inbox)
            {
                if (line.TooLong is null && faults.TryGetValue(KeyOf(line.Bytes), out var why))
                {
                    notes.Add(line.Number, $"in quarantine: {why ?? "for a reason like those above."}");
                    count++;
                }
            }
        }

        notes.Write("lines in quarantine");
        return count;
    }

    private static async Task<Dictionary<UInt128, string?>> FaultsAsync(OpsDesk desk)
    {
        var faults = new Dictionary<UInt128, string?>();
        await foreach (var delivery in Pages.AllAsync(next => desk.Ops.Inbox.QueryQuarantineAsync(PageSize, next)))
        {
            var why = string.Join("; ", delivery.Findings.Select(f => f.Path.Length > 0 ? $"{f.Path}: {f.Message}" : f.Message));
            faults[KeyOf(delivery.Bytes)] = faults.Count < Remembered ? why : null;
        }

        return faults;
    }

    private static UInt128 KeyOf(ReadOnlyMemory<byte> bytes) => BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(bytes.Span));
}
