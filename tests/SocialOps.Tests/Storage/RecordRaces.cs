using System.Diagnostics;
using System.Text;
using SocialOps.Storage;

namespace SocialOps.Tests.Storage;

/// <summary>Several callers read and write one record at once; their answers must fit into one order. Also compiled into the stores' own tests.</summary>
internal static class RecordRaces
{
    private const string Kind = "raced";

    /// <summary>Plays races of two to eight callers, each through a store of its own or the same one.</summary>
    public static async Task RunAsync(IReadOnlyList<IStore> stores, int rounds)
    {
        var (operations, overlapping) = (0, 0);
        for (var round = 0; round < rounds; round++)
        {
            var id = $"r{round}";
            var callers = 2 + (round % 7);
            using var barrier = new Barrier(callers);
            var all = await Task.WhenAll(Enumerable.Range(0, callers).Select(c => Task.Run(() => CallAsync(stores[c % stores.Count], id, c, callers <= 4 ? 4 : 3, barrier))));
            var history = all.SelectMany(h => h).ToList();
            Linearizability.Holds(history, new Register(0, ""), Next).Should().BeTrue("round {0}: {1}", round, string.Join("; ", history.OrderBy(h => h.Invoked).Select(h => h.What)));
            (operations, overlapping) = (operations + history.Count, overlapping + history.Count(a => history.Any(b => a != b && b.Invoked < a.Returned && a.Invoked < b.Returned)));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{rounds} races of 2 to 8 callers, {operations} operations, {overlapping} of them beside another: 0 anomalies");
    }

    /// <summary>What a record does: it is read as it stands, and written only by whoever knows its version.</summary>
    internal static Register? Next(Register state, RecordCall call) => call switch
    {
        RecordCall.Read read => read.Version == state.Version && read.Text == state.Text ? state : null,
        RecordCall.Write { Kept: true } write => write.Expected == state.Version ? new(state.Version + 1, write.Text) : null,
        RecordCall.Write write => write.Expected == state.Version ? null : state,
        _ => null,
    };

    private static async Task<List<Seen<RecordCall>>> CallAsync(IStore store, string id, int caller, int calls, Barrier barrier)
    {
        var seen = new List<Seen<RecordCall>>();
        var known = 0L;
        barrier.SignalAndWait();
        for (var i = 0; i < calls; i++)
        {
            var invoked = Stopwatch.GetTimestamp();
            RecordCall what = i % 2 == 0 ? await WriteAsync(store, id, known, $"{caller}.{i}") : await ReadAsync(store, id);
            seen.Add(new(invoked, Stopwatch.GetTimestamp(), what));
            known = what switch
            {
                RecordCall.Read read => read.Version,
                RecordCall.Write { Kept: true } write => write.Expected + 1,
                _ => known,
            };
        }

        return seen;
    }

    private static async Task<RecordCall> ReadAsync(IStore store, string id)
    {
        await using var transaction = await store.BeginAsync(TenantId.Default, StoreAccess.Read);
        var found = await transaction.FindAsync(Kind, id);
        return new RecordCall.Read(found?.Version ?? 0, found is null ? "" : Encoding.UTF8.GetString(found.Body.Span));
    }

    private static async Task<RecordCall> WriteAsync(IStore store, string id, long expected, string text)
    {
        try
        {
            await using var transaction = await store.BeginAsync(TenantId.Default, StoreAccess.Write);
            await transaction.PutAsync(new StoredRecord(Kind, id, 0, 1, default, Encoding.UTF8.GetBytes(text)), expected);
            await transaction.CommitAsync();
            return new RecordCall.Write(expected, text, true);
        }
        catch (ConcurrencyConflictException)
        {
            return new RecordCall.Write(expected, text, false);
        }
    }
}

/// <summary>A record's state; version 0 is not there.</summary>
internal sealed record Register(long Version, string Text);

/// <summary>A call with its answer.</summary>
internal abstract record RecordCall
{
    public sealed record Read(long Version, string Text) : RecordCall;

    public sealed record Write(long Expected, string Text, bool Kept) : RecordCall;
}
