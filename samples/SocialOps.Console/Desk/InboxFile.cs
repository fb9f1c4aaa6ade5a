using System.Runtime.CompilerServices;
using SocialOps.Inbox;
using SocialOpsLine = SocialOps.Inbox.InboundLine;

namespace SocialOps.Console.Desk;

/// <summary>Reads an inbox line by line: as bytes, whatever they are, and never more than one line in memory.</summary>
internal static class InboxFile
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    public static async IAsyncEnumerable<InboxLine> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await foreach (var line in SplitAsync(file, cancellationToken))
        {
            yield return line;
        }
    }

    private static async IAsyncEnumerable<InboxLine> SplitAsync(Stream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        var line = new MemoryStream();
        var (number, length) = (1L, 0L);
        int read;
        while ((read = await file.ReadAsync(buffer, cancellationToken)) > 0)
        {
            for (var start = 0; start < read;)
            {
                var end = Array.IndexOf(buffer, (byte)'\n', start, read - start);
                var stop = end < 0 ? read : end;
                length += stop - start;
                if (length <= InboundDelivery.MaxBytes)
                {
                    line.Write(buffer, start, stop - start);
                }

                if (end < 0)
                {
                    break;
                }

                if (Finish(line, number++, length) is { } done)
                {
                    yield return done;
                }

                (line, length, start) = (new MemoryStream(), 0, end + 1);
            }
        }

        if (Finish(line, number, length) is { } last)
        {
            yield return last;
        }
    }

    /// <summary>The line, or <see langword="null"/> for an empty one.</summary>
    private static InboxLine? Finish(MemoryStream line, long number, long length)
    {
        if (length > InboundDelivery.MaxBytes)
        {
            return new(number, default, null, length);
        }

        ReadOnlyMemory<byte> bytes = line.GetBuffer().AsMemory(0, (int)line.Length);
        if (number == 1 && bytes.Span.StartsWith(ByteOrderMark))
        {
            bytes = bytes[3..];
        }

        if (bytes.Length > 0 && bytes.Span[^1] == '\r')
        {
            bytes = bytes[..^1];
        }

        return bytes.Span.Trim(" \t"u8).IsEmpty ? null : new(number, bytes, SocialOpsLine.FindWrittenAt(bytes));
    }
}
