using System.Text;
using NodaTime;
using SocialOps.Auditing;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Testing.Stores;

/// <summary>Random transactions, claims and passing time, each compared with the model.</summary>
internal sealed class RandomSequence(StoreFixture fixture, ulong seed)
{
    private static readonly TenantId[] Tenants = [new("a"), new("b"), new("A")];
    private static readonly string[] Kinds = ["case", "thread"];
    private static readonly string[] Texts = ["1", "10", "2", "a", "\u00E9", "\uE000", "\uFFFF", "\U0001F600", "\U0001F601x"];
    private readonly SeededRandom _random = new(seed);
    private readonly List<WorkItem> _claims = [];
    private readonly RandomClaims _claiming = new(fixture);
    private StoreModel _model = new();
    private Instant _now = StoreSteps.Now;
    private TenantId _tenant;

    public async Task RunAsync(int steps)
    {
        for (var step = 1; step <= steps; step++)
        {
            try
            {
                await StepAsync().ConfigureAwait(false);
            }
            catch (Exception e)
            {
                throw new ConformanceException($"Seed {seed}, step {step}: {(e is ConformanceException ? e.Message : $"{e.GetType().Name}: {e.Message}")}", e);
            }
        }
    }

    private Task StepAsync()
    {
        _now += Duration.FromSeconds(_random.Below(3));
        _tenant = _random.Pick(Tenants);
        return _random.Below(10) switch
        {
            < 5 => WriteAsync(),
            < 7 => fixture.ReadAsync(_tenant, async t =>
            {
                await CompareAsync(t).ConfigureAwait(false);
                return 0;
            }),
            < 9 => ClaimAsync(),
            _ => PassAsync(),
        };
    }

    private async Task WriteAsync()
    {
        var before = _model.Copy();
        var transaction = await fixture.Store.BeginAsync(_tenant, StoreAccess.Write).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            for (var left = 1 + _random.Below(5); left > 0; left--)
            {
                if (!await ChangeAsync(transaction).ConfigureAwait(false))
                {
                    _model = before;
                    return;
                }
            }

            if (_random.Chance(25))
            {
                await CompareAsync(transaction).ConfigureAwait(false);
            }

            if (_random.Chance(20))
            {
                _model = before;
                return;
            }

            await transaction.CommitAsync().ConfigureAwait(false);
        }
    }

    /// <returns>Whether the change was accepted; otherwise the transaction is lost.</returns>
    private async Task<bool> ChangeAsync(IStoreTransaction t)
    {
        switch (_random.Below(6))
        {
            case 0 or 1:
                var record = Record();
                var expected = Version(_tenant, record.Kind, record.Id);
                return await AgreeAsync<ConcurrencyConflictException>(_model.Put(_tenant, record, expected), () => t.PutAsync(record, expected)).ConfigureAwait(false);
            case 2:
                var (kind, id) = (_random.Pick(Kinds), _random.Pick(Texts));
                var version = Math.Max(1, Version(_tenant, kind, id));
                return await AgreeAsync<ConcurrencyConflictException>(_model.Remove(_tenant, kind, id, version), () => t.RemoveAsync(kind, id, version)).ConfigureAwait(false);
            case 3:
                var draft = Draft();
                Expect.Equal(_model.Schedule(_tenant, draft), await t.ScheduleAsync(draft).ConfigureAwait(false), $"Scheduling {draft.DedupeKey} says whether it was written");
                return true;
            case 4:
                return await FinishAsync(t).ConfigureAwait(false);
            default:
                var entry = new AuditEvent(_now, Actor.Engine, _random.Pick(Kinds), _random.Pick(Texts), $"{_random.Below(100)}");
                await t.AppendAsync(entry).ConfigureAwait(false);
                _model.Events.Add((_tenant, entry));
                return true;
        }
    }

    private async Task<bool> FinishAsync(IStoreTransaction t)
    {
        var claims = _claims.Where(c => c.Tenant == _tenant).ToList();
        if (claims.Count == 0)
        {
            return true;
        }

        var claim = _random.Chance(80) ? claims[^1] : _random.Pick(claims);
        WorkOutcome outcome = _random.Below(4) switch
        {
            0 => new WorkOutcome.RetryAt(_now + Duration.FromSeconds(_random.Below(5)), "again"),
            1 => new WorkOutcome.Dead("gave up"),
            2 => WorkOutcome.Superseded("elsewhere"),
            _ => WorkOutcome.Done,
        };
        return await AgreeAsync<StaleLeaseException>(_model.Finish(claim, outcome), () => t.FinishAsync(claim.Lease, outcome)).ConfigureAwait(false);
    }

    private async Task ClaimAsync()
    {
        var known = Kinds.Where(_ => _random.Chance(80)).ToDictionary(k => k, _ => 1 + _random.Below(2));
        var queue = _random.Chance(50) ? (WorkClass?)_random.Below(3) : null;
        _claims.AddRange(await _claiming.ClaimAsync(_model, new("worker", _now, Duration.FromSeconds(900), 1 + _random.Below(6), queue, known)).ConfigureAwait(false));
    }

    private async Task PassAsync()
    {
        var length = Duration.FromSeconds(200 * _random.Below(4));
        await fixture.PassLeaseTimeAsync(length).ConfigureAwait(false);
        _model.Elapsed += length;
        if (_claims.Count > 0)
        {
            await _claiming.ExtendAsync(_model, _random.Pick(_claims)).ConfigureAwait(false);
        }
    }

    private async Task CompareAsync(IStoreTransaction t)
    {
        var (from, to) = (_random.Pick(Texts), _random.Pick(Texts));
        var query = new RecordQuery(
            _random.Pick(Kinds), _random.Below(3), _random.Chance(50) ? from : null, _random.Chance(50) ? to : null, 1 + _random.Below(5), Descending: _random.Chance(50));
        var records = await StoreSteps.PagesAsync(next => t.QueryAsync(query with { Continue = next }).AsTask(), query.Limit).ConfigureAwait(false);
        Expect.Sequence(_model.Query(_tenant, query).Select(Show), records.Select(Show), $"{query} of tenant {_tenant}");

        var rows = new WorkQuery(
            _random.Chance(30) ? null : (WorkState)_random.Below(3), _random.Chance(50) ? _random.Pick(Kinds) : null, _random.Chance(30) ? _random.Pick(Texts) : null,
            _random.Chance(30) ? _now : null, 1 + _random.Below(5));
        var work = await StoreSteps.PagesAsync(next => t.QueryWorkAsync(rows with { Continue = next }).AsTask(), rows.Limit).ConfigureAwait(false);
        Expect.Sequence(_model.QueryWork(_tenant, rows).Select(Show), work.Select(Show), $"{rows} of tenant {_tenant}");

        var subject = _random.Chance(50) ? _random.Pick(Texts) : null;
        var events = await StoreSteps.PagesAsync(next => t.QueryAuditAsync(new(subject, Limit: 3, Continue: next)).AsTask(), 3).ConfigureAwait(false);
        Expect.Sequence(
            _model.Events.Where(e => e.Tenant == _tenant && (subject is null || e.Event.SubjectId == subject)).Select(e => e.Event),
            events.Select(e => e with { Sequence = 0 }),
            $"The events of tenant {_tenant}");

        var (kind, id) = (_random.Pick(Kinds), _random.Pick(Texts));
        Expect.Equal(_model.VersionOf(_tenant, kind, id), (await t.FindAsync(kind, id).ConfigureAwait(false))?.Version ?? 0, $"The version of {kind} '{id}' of tenant {_tenant}");
    }

    private static async Task<bool> AgreeAsync<TException>(bool accepted, Func<ValueTask> change)
        where TException : Exception
    {
        if (accepted)
        {
            await change().ConfigureAwait(false);
        }
        else
        {
            await Expect.ThrowsAsync<TException>(change, "A change that the model refuses").ConfigureAwait(false);
        }

        return accepted;
    }

    private static string Show(StoredRecord r) => $"{r.Id} v{r.Version} {r.Indexes.Slot1}|{r.Indexes.Slot2} {Encoding.UTF8.GetString(r.Body.Span)}";

    private static string Show(WorkItem w) => $"{w.Kind} {w.DedupeKey} {w.State} {w.DueAt} {w.Fence} {w.LastError} {w.Payload.Length > 0}";

    private static string Show(ModelWork w) => $"{w.Draft.Kind} {w.Draft.DedupeKey} {w.State} {w.DueAt} {w.Fence} {w.Error} {w.State != WorkState.Done}";

    // Now and then another version than the current one.
    private long Version(TenantId tenant, string kind, string id) => Math.Max(0, _model.VersionOf(tenant, kind, id) + (_random.Chance(5) ? _random.Below(3) - 1 : 0));

    private StoredRecord Record()
    {
        var indexes = new RecordIndexes(_random.Chance(80) ? _random.Pick(Texts) : null, _random.Chance(50) ? _random.Pick(Texts) : null);
        return new(_random.Pick(Kinds), _random.Pick(Texts), 0, 1, indexes, Encoding.UTF8.GetBytes($"{_random.Below(1000)}"));
    }

    private WorkDraft Draft() => new(
        _random.Pick(Kinds), _random.Pick(Texts), (WorkClass)_random.Below(3), _now + Duration.FromSeconds(_random.Below(8) - 4), $"{_random.Below(60)}", "{}"u8.ToArray(), 1 + _random.Below(2));
}
