using System.Globalization;
using NodaTime;
using SocialOps.Auditing.Chain;
using SocialOps.Definitions;
using SocialOps.Invariants;
using SocialOps.Simulation.Tests.World;
using SocialOps.Simulation.Tests.World.Publications;
using SocialOps.Storage;
using SocialOps.Storage.InMemory;
using SocialOps.Testing;
using SocialOps.Tests;
using SocialOps.Work;

namespace SocialOps.Simulation.Tests.Engine;

/// <summary>
/// One history: two workers, a portal and a platform's door over one store, on one thread and on fake time. Each choice - who goes on, what fails, who dies, how much time passes -
/// is drawn from the seed, so the same seed plays the same history.
/// </summary>
internal sealed class History
{
    private readonly HistoryPlan _plan;
    private readonly Action<History>? _beside;
    private readonly Process[] _workers;
    private readonly Process[] _portals;
    private readonly Process _door;
    private readonly Area[] _areas;
    private readonly InvariantService _invariants;
    private readonly List<(int Step, Instant At, string Who, string What)> _trace = [];
    private readonly Dictionary<string, (long Commits, object Records)> _known = [];
    private readonly int _theme;
    private long _checkedAt;
    private int _births;

    public History(ulong seed, HistoryPlan plan)
    {
        (Seed, _plan, Random, _beside) = (seed, plan, new(seed), plan.Beside?.Invoke());
        Setting = plan.Settings[(int)(seed % (ulong)plan.Settings.Count)];
        Inner = Setting.NewStore(Time);
        (Store, Queue) = plan.Bug?.Invoke(this, Inner, Inner) ?? (Inner, Inner);
        (Ledger, Agency, Freezes) = (new(this), Setting.Road[0], new(this));
        Network = new(this);
        Bell = new(this);
        _invariants = new(TenantId.Default, Inner, Setting.Snapshots);
        _portals = [.. Enumerable.Range(0, 1 + plan.Areas.Count).Select(number => new Process(number == 0 ? "portal" : $"portal{number}", this))];
        _door = new("door", this);
        _workers = [NewWorker("A"), NewWorker("B")];
        _areas = [new Team(_portals[0], this), .. plan.Areas.Select((area, i) => area(_portals[i + 1], this))];
        Platform = new(_door, this);
        _theme = _areas.Length == 1 ? 0 : Random.Below(_areas.Length);
    }

    public ulong Seed { get; }

    public SeededRandom Random { get; }

    public FakeTime Time { get; } = new(TestAgency.Friday);

    /// <summary>The one store, as it is.</summary>
    public InMemoryStore Inner { get; }

    /// <summary>The one store, as processes see it.</summary>
    public IStore Store { get; }

    public IWorkQueue Queue { get; }

    public Ledger Ledger { get; }

    public SimulatedNetwork Network { get; }

    public Bell Bell { get; }

    public CountedIds Ids { get; } = new();

    /// <summary>How far the clock of one process can be ahead of another's: none goes back with the wall clock.</summary>
    public Duration Skew { get; private set; } = Duration.FromSeconds(1);

    public FreezeBook Freezes { get; }

    /// <summary>The definitions in force, as the people have taken them in.</summary>
    public AgencyDefinition Agency { get; set; }

    public Platform Platform { get; }

    /// <summary>No fault happens any more.</summary>
    public bool IsQuiet { get; private set; }

    public HistoryPlan Plan => _plan;

    /// <summary>What it began with, and what may change.</summary>
    public Template Setting { get; }

    public IReadOnlyList<Area> Areas => _areas;

    public bool HasRequestsOut => Processes.Any(p => p.RequestedAt is not null);

    public List<string> Violations { get; } = [];

    public HistoryCounts Counts { get; } = new();

    public string Trace => string.Join('\n', _trace.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Step,3} {t.At.ToString("dd HH:mm:ss", CultureInfo.InvariantCulture)} {t.Who,-8} {t.What}")));

    private Process[] Processes => [.. _workers, .. _portals, _door];

    /// <summary>Plays it to its end, or to the first violation.</summary>
    public void Play()
    {
        for (Counts.Steps = 0; Counts.Steps < _plan.Steps && Violations.Count == 0; Counts.Steps++)
        {
            Step();
            _beside?.Invoke(this);
            Network.Appear();
            if (_plan.Busy > 0 && Counts.Steps % 100 == 99)
            {
                Seal();
            }

            Check(Seed % 8 == 0 ? 1 : _plan.CheckEvery);
        }

        if (Violations.Count == 0)
        {
            IsQuiet = true;
            Log("world", "the faults stop");
            new Quiet(this).Play();
        }
    }

    public void Log(string who, string what) => _trace.Add((Counts.Steps, Time.Now, who, what));

    public void Violate(string what)
    {
        Violations.Add(what);
        Log("VIOLATED", what);
    }

    public void See(Commit commit)
    {
        Freezes.See(commit);
        foreach (var area in _areas)
        {
            area.See(commit);
        }
    }

    public bool Chance(int percent) => !IsQuiet && Random.Chance(percent);

    /// <summary>All records of a kind, as committed, in the order of their ids.</summary>
    public IReadOnlyList<T> All<T>(RecordKind<T> kind)
        where T : class
    {
        if (!_known.TryGetValue(kind.Name, out var known) || known.Commits != Ledger.Commits)
        {
            var page = Inner.ReadAsync(TenantId.Default, t => t.QueryAsync(kind, new RecordQuery("", Limit: 1000), default), default).AsTask().GetAwaiter().GetResult();
            _known[kind.Name] = known = (Ledger.Commits, page.Items.Select(r => r.Value).ToList());
        }

        return (IReadOnlyList<T>)known.Records;
    }

    public IReadOnlyList<WorkItem> OpenRows()
        => Inner.ReadAsync(TenantId.Default, t => t.QueryWorkAsync(new WorkQuery(Limit: 1000), default), default).AsTask().GetAwaiter().GetResult().Items;

    /// <summary>What has happened until now is sealed, unless somebody writes; the invariants compare it from then on (I10).</summary>
    public void Seal()
    {
        if (Ledger.Writer is null)
        {
            Inner.WriteAsync(TenantId.Default, t => AuditSealer.SealAsync(t, Time.Now, default), default).AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>Checks the invariants when enough was committed since the last time.</summary>
    public void Check(int every)
    {
        if (Ledger.Commits - _checkedAt >= every)
        {
            _checkedAt = Ledger.Commits;
            Counts.Checks++;
            foreach (var violation in _invariants.CheckAsync(5).AsTask().GetAwaiter().GetResult().Violations)
            {
                Violate(violation.ToString());
            }
        }
    }

    /// <summary>Whoever can go on does, one step each; returns whether anybody did.</summary>
    public bool GoOnAll()
    {
        var any = false;
        foreach (var process in Processes)
        {
            if (process.CanGoOn)
            {
                process.GoOn(StoreFault.None);
                any = true;
            }
        }

        return any;
    }

    public bool IsDoorIdle => _door.StopsAt is null;

    public void EndStalls()
    {
        foreach (var process in Processes)
        {
            process.StallsUntil = process.StopsAt == "hangs" ? process.StallsUntil : Instant.MinValue;
        }
    }

    private Process NewWorker(string name)
    {
        var worker = new Process($"{name}{++_births}", this);
        worker.RunWorker();
        return worker;
    }

    private void Step()
    {
        switch (Random.Below(100))
        {
            case var shows when shows < _plan.Shows && _door.StopsAt is null:
                Platform.Deliver();
                break;
            case < 14 when Act():
                break;
            case < 18:
                PassTime(40);
                break;
            case < 20:
                Kill(Random.Below(2));
                break;
            case var busy when busy < 20 + _plan.Busy && Act():
                break;
            default:
                GoOnOne();
                break;
        }
    }

    private bool Act()
    {
        var area = _areas.Length == 1 ? _areas[0] : Random.Chance(60) ? _areas[_theme] : Random.Pick(_areas);
        return area.IsIdle && area.Act();
    }

    private void GoOnOne()
    {
        var able = Processes.Where(p => p.CanGoOn).ToList();
        if (able.Count == 0)
        {
            if (_plan.Busy > 0 && Random.Chance(60) && Act())
            {
                return;
            }

            if (_door.StopsAt is null && (Counts.Steps < 5 || Random.Chance(30)))
            {
                Platform.Deliver();
            }
            else
            {
                PassTime(80);
            }

            return;
        }

        var process = _plan.Busy > 0 && able.Find(p => _portals.Contains(p)) is { } busy && Random.Chance(40) ? busy : Random.Pick(able);
        var at = process.StopsAt!;
        if (!process.IsAtRest && Random.Chance(3))
        {
            process.StallsUntil = Time.Now + Random.Pick<Duration>([Duration.FromSeconds(10), Duration.FromSeconds(31), Duration.FromSeconds(31), Duration.FromMinutes(5), Duration.FromMinutes(12)]);
            Counts.Stalls++;
            Log(process.Name, $"stalls at {at} until {process.StallsUntil}");
            return;
        }

        var fault = at is "read" or "write" or "commit" or "claim" && Random.Chance(5) ? Random.Chance(50) && at is "commit" or "claim" ? StoreFault.DoneButUnanswered : StoreFault.NotDone : StoreFault.None;
        Counts.Faults += fault == StoreFault.None ? 0 : 1;
        Log(process.Name, fault == StoreFault.None ? at : $"{at}, {fault}");
        process.GoOn(fault);
    }

    private void Kill(int which)
    {
        var worker = _workers[which];
        Log(worker.Name, $"dies at {worker.StopsAt}");
        Counts.Deaths++;
        worker.Die();
        _workers[which] = NewWorker(worker.Name[..1]);
    }

    private void PassTime(int percentToNext)
    {
        var now = Time.Now;
        var next = OpenRows().FirstOrDefault(r => r.DueAt > now)?.DueAt;
        var length = next is { } due && Random.Chance(percentToNext) ? Duration.Min(due - now, _plan.LongestRest) : Random.Below(20) switch
        {
            < 12 => Duration.FromSeconds(1 + Random.Below(10)),
            < 19 => Duration.FromSeconds(31),
            _ => Duration.FromMinutes(5 + Random.Below(120)),
        };
        Pass(length);
        if (Random.Chance(5))
        {
            var jump = Duration.FromSeconds(-Random.Below(120));
            Skew -= jump;
            Time.JumpWall(jump);
            Log("world", $"the wall clock jumps by {jump}");
        }
    }

    /// <summary>Time passes, but no request stays in the network for longer than the settle window leaves room for.</summary>
    private void Pass(Duration length)
    {
        while (Processes.FirstOrDefault(p => p.RequestedAt + Duration.FromMinutes(14) < Time.Now + length) is { } slow)
        {
            slow.StallsUntil = Instant.MinValue;
            Log(slow.Name, slow.StopsAt!);
            slow.GoOn(StoreFault.None);
        }

        Time.Advance(length);
        Log("world", $"{length} pass");
    }
}
