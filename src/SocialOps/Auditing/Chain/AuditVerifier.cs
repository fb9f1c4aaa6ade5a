using System.Runtime.CompilerServices;
using SocialOps.Storage;

namespace SocialOps.Auditing.Chain;

/// <summary>Walks events and seals side by side.</summary>
internal sealed class AuditVerifier(IStoreTransaction transaction, AuditHead? anchor) : IDisposable
{
    private const string Remedy = "Compare with a backup or an export.";
    private const int PageSize = 500;
    private readonly AuditChain _chain = new(transaction.Tenant);
    private readonly List<AuditFault> _faults = [];
    private long _events;
    private bool _isAnchored = anchor is null or { Sequence: 0 };

    public async ValueTask<AuditVerification> VerifyAsync(CancellationToken cancellationToken)
    {
        var head = _chain.Head;
        var events = EventsAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (events.ConfigureAwait(false))
        {
            await foreach (var seal in SealsAsync(cancellationToken).ConfigureAwait(false))
            {
                if (!await IsAsSealedAsync(seal, events).ConfigureAwait(false))
                {
                    break;
                }

                head = _chain.Head;
            }

            while (await events.MoveNextAsync().ConfigureAwait(false))
            {
                // Those that are not sealed, or stand behind a break, are only counted.
            }
        }

        if (_faults.Count == 0 && !_isAnchored)
        {
            _faults.Add(new(head.Sequence + 1, $"The chain ends at event {head.Sequence}, and the anchor knows event {anchor!.Sequence}: the end was cut off. {Remedy}"));
        }

        return new(_events, head, _faults);
    }

    public void Dispose() => _chain.Dispose();

    private async ValueTask<bool> IsAsSealedAsync(AuditSeal seal, IAsyncEnumerator<AuditEvent> events)
    {
        if (seal.First != _chain.Sequence + 1 || !seal.IsWhole)
        {
            return Break(_chain.Sequence + 1, $"The seal of event {_chain.Sequence + 1} is missing or cannot be read.");
        }

        while (_chain.Sequence < seal.Last)
        {
            var next = _chain.Sequence + 1;
            if (!await events.MoveNextAsync().ConfigureAwait(false) || events.Current.Sequence != next)
            {
                return Break(next, $"Event {next} was sealed at {seal.SealedAt}, and is missing or cannot be read.");
            }

            _chain.Next(events.Current);
            if (!_chain.Mark.SequenceEqual(seal.MarkOf(next)))
            {
                return Break(next, $"Event {next} is not what was sealed at {seal.SealedAt}.");
            }

            if (anchor?.Sequence == next)
            {
                _isAnchored = true;
                if (!string.Equals(_chain.Head.Hash, anchor.Hash, StringComparison.OrdinalIgnoreCase))
                {
                    return Break(next, $"Up to event {next} the chain is another one than was anchored: events and seals were written anew.");
                }
            }
        }

        return _chain.Hash.SequenceEqual(seal.Hash) || Break(seal.Last, $"The seal of the events {seal.First} to {seal.Last} holds another hash than they give.");
    }

    private bool Break(long sequence, string message)
    {
        _faults.Add(new(sequence, $"{message} {Remedy}"));
        return false;
    }

    private async IAsyncEnumerable<AuditEvent> EventsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (query, last) = (new AuditQuery(Limit: PageSize), 0L);
        do
        {
            if (await ReadAsync(() => transaction.QueryAuditAsync(query, cancellationToken)).ConfigureAwait(false) is not { } page)
            {
                while (await OneAsync(++last, cancellationToken).ConfigureAwait(false) is { } one)
                {
                    _events++;
                    yield return one;
                }

                yield break; // this one cannot be read, so it is missing
            }

            _events += page.Items.Count;
            foreach (var one in page.Items)
            {
                last = one.Sequence;
                yield return one;
            }

            query = query with { Continue = page.Next };
        }
        while (query.Continue is not null);
    }

    /// <summary>One event of a page that cannot be read as a whole. It is asked for downwards: a store may read one row more than it is asked for, and upwards that may be the one that cannot be read.</summary>
    private async ValueTask<AuditEvent?> OneAsync(long sequence, CancellationToken cancellationToken)
    {
        var query = new AuditQuery(Limit: 1, Continue: AuditPages.After(sequence + 1), Descending: true);
        var page = await ReadAsync(() => transaction.QueryAuditAsync(query, cancellationToken)).ConfigureAwait(false);
        return page is { Items: [{ } one] } && one.Sequence == sequence ? one : null;
    }

    private async IAsyncEnumerable<AuditSeal> SealsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new RecordQuery(AuditRecords.Seals.Name, Limit: 20);
        do
        {
            var page = await transaction.QueryAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var record in page.Items)
            {
                yield return await ReadAsync(() => ValueTask.FromResult(AuditRecords.Seals.FromRecord(record).Value)).ConfigureAwait(false) ?? AuditSeal.Unreadable;
            }

            query = query with { Continue = page.Next };
        }
        while (query.Continue is not null);
    }

    /// <summary>What somebody has written over may not even be readable; that is a finding, not a failure.</summary>
    private static async ValueTask<T?> ReadAsync<T>(Func<ValueTask<T>> read)
        where T : class
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception e) when (e is ArgumentException or OverflowException or FormatException or InvalidCastException or System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
