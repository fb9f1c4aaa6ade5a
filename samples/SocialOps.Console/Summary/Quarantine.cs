using System.Globalization;
using System.Security.Cryptography;
using SocialOps.Console.Desk;
using SocialOps.Inbox;
using Spectre.Console;

namespace SocialOps.Console.Summary;

/// <summary>Which lines of an inbox are in quarantine, by reading it once more: nothing is remembered per line.</summary>
internal static class Quarantine
{
    private const int Shown = 20;

    /// <summary>Reports the lines and counts them.</summary>
    public static async Task<long> ReportAsync(OpsDesk desk, IAsyncEnumerable<InboxLine> inbox, IReadOnlyList<InboxLine> refused)
    {
        var faults = new Dictionary<string, QuarantinedDelivery>(StringComparer.Ordinal);
        await foreach (var delivery in Pages.AllAsync(next => desk.Ops.Inbox.QueryQuarantineAsync(1000, next)))
        {
            faults[HashOf(delivery.Bytes)] = delivery;
        }

        long count = 0;
        foreach (var line in refused)
        {
            Report(++count, line.Number, $"{line.TooLong:N0} bytes; at most {InboundDelivery.MaxBytes:N0} are taken. Not stored.");
        }

        if (faults.Count > 0)
        {
            await foreach (var line in inbox)
            {
                if (line.TooLong is null && faults.TryGetValue(HashOf(line.Bytes), out var delivery))
                {
                    Report(++count, line.Number, string.Join("; ", delivery.Findings.Select(f => f.Path.Length > 0 ? $"{f.Path}: {f.Message}" : f.Message)));
                }
            }
        }

        if (count > Shown)
        {
            Terminal.Errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"... and {count - Shown:N0} more lines in quarantine."));
        }

        return count;
    }

    private static string HashOf(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes.Span));

    private static void Report(long count, long number, string why)
    {
        if (count <= Shown)
        {
            Terminal.Errors.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[yellow]line {number}[/]: in quarantine: {why}");
        }
    }
}
