using SocialOps.Console.Desk;
using SocialOps.Inbox;
using SocialOps.People;
using Spectre.Console;

namespace SocialOps.Console.Live;

/// <summary>Follows a file as it grows. A line counts when its line break is there; what was taken in before is a duplicate and changes nothing.</summary>
internal static class InboxTail
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(300);

    public static async Task FollowAsync(string path, InboxService inbox, ClientId client, CancellationToken cancellationToken)
    {
        long taken = 0;
        try
        {
            while (true)
            {
                if (File.Exists(path) && WholeLines(path) is var whole && whole != taken)
                {
                    taken = whole < taken ? 0 : taken; // the file was begun anew
                    await TakeAsync(path, taken, whole, inbox, client, cancellationToken);
                    taken = whole;
                }

                await Task.Delay(Rest, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The desk closes.
        }
    }

    private static async Task TakeAsync(string path, long taken, long whole, InboxService inbox, ClientId client, CancellationToken cancellationToken)
    {
        await foreach (var line in InboxFile.ReadAsync(path, cancellationToken))
        {
            if (line.Number <= taken || line.Number > whole)
            {
                continue;
            }

            if (line.TooLong is { } length)
            {
                Terminal.Errors.WriteLine($"line {line.Number}: {length:N0} bytes; at most {InboundDelivery.MaxBytes:N0} are taken. Not stored.");
                continue;
            }

            var results = await inbox.ReceiveAsync([new InboundDelivery(InboundLine.Format, line.Bytes, client)], cancellationToken);
            foreach (var fault in results[0] == ReceiveResult.Stored ? InboundLine.Check(line.Bytes) : [])
            {
                Terminal.Errors.WriteLine($"line {line.Number}: {(fault.Severity == FindingSeverity.Error ? "in quarantine: " : "")}{(fault.Path.Length > 0 ? $"{fault.Path}: " : "")}{fault.Message}");
            }
        }
    }

    private static long WholeLines(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var buffer = new byte[64 * 1024];
        var (lines, read) = (0L, 0);
        while ((read = file.Read(buffer)) > 0)
        {
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
        }

        return lines;
    }
}
