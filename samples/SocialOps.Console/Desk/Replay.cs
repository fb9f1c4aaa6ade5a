using NodaTime;
using SocialOps.Console.Team;
using SocialOps.Inbox;
using SocialOps.People;

namespace SocialOps.Console.Desk;

/// <summary>Takes an inbox in at its own instants: time jumps from one due thing to the next, and never back.</summary>
internal sealed class Replay(OpsDesk desk, ITeam team, ClientId client)
{
    private const int BatchLimit = 100;
    private readonly List<InboundDelivery> _batch = [];
    private Instant? _nextDueAt = Instant.MinValue;

    public long Lines { get; private set; }

    public Instant? LastAt { get; private set; }

    /// <summary>Lines that are too long to be stored at all, by their numbers.</summary>
    public List<InboxLine> Refused { get; } = [];

    public async Task RunAsync(IAsyncEnumerable<InboxLine> inbox, Action<InboxLine>? progress, CancellationToken cancellationToken)
    {
        await foreach (var line in inbox.WithCancellation(cancellationToken))
        {
            Lines++;
            if (line.TooLong is not null)
            {
                Refused.Add(line);
                continue;
            }

            var at = line.At is { } written ? Instant.Max(written, desk.Time.Now) : desk.Time.Now;
            if (at > desk.Time.Now || _batch.Count == BatchLimit)
            {
                await FlushAsync(cancellationToken);
                await AdvanceAsync(at, cancellationToken);
            }

            LastAt = LastAt is { } last && line.At is { } own ? Instant.Max(last, own) : line.At ?? LastAt;
            _batch.Add(new InboundDelivery(InboundLine.Format, line.Bytes, client));
            progress?.Invoke(line);
        }

        await FlushAsync(cancellationToken);
    }

    /// <summary>Does everything that is due up to an instant, and stands there.</summary>
    public async Task AdvanceAsync(Instant target, CancellationToken cancellationToken)
    {
        _nextDueAt = Instant.MinValue; // somebody may have made something due meanwhile
        while (true)
        {
            await DrainAsync(cancellationToken);
            var next = Earlier(_nextDueAt, team.NextAt);
            if (next is not { } at || at > target)
            {
                break;
            }

            desk.Time.JumpTo(at);
            if (await team.ActAsync(desk.Time.Now, cancellationToken) || _nextDueAt <= desk.Time.Now)
            {
                _nextDueAt = Instant.MinValue;
            }
        }

        desk.Time.JumpTo(target);
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_batch.Count > 0)
        {
            await desk.Ops.Inbox.ReceiveAsync(_batch, cancellationToken);
            _batch.Clear();
            _nextDueAt = Instant.MinValue;
        }

        await AdvanceAsync(desk.Time.Now, cancellationToken);
    }

    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (_nextDueAt <= desk.Time.Now)
        {
            var turn = await desk.Pump.RunOnceAsync(cancellationToken);
            _nextDueAt = turn.Handled > 0 ? Instant.MinValue : turn.NextDueAt;
            if (turn.Handled == 0)
            {
                break;
            }
        }
    }

    private static Instant? Earlier(Instant? a, Instant? b) => (a, b) switch
    {
        ({ } x, { } y) => Instant.Min(x, y),
        _ => a ?? b,
    };
}
