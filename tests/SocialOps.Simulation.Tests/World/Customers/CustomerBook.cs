using SocialOps.Channels;
using SocialOps.Crisis;
using SocialOps.Inbox;
using SocialOps.Publishing;
using SocialOps.Simulation.Tests.Engine;

namespace SocialOps.Simulation.Tests.World.Customers;

/// <summary>What a complaint and a wave must bring, looked at in each commit that changes a case.</summary>
internal sealed class CustomerBook(History history)
{
    private readonly Dictionary<CaseId, Case> _cases = [];

    public void Watch(Commit commit)
    {
        var items = commit.Of(InboxRecords.Items).GroupBy(i => i.Id).Select(g => g.Last()).Where(i => i.DeletedAt is null && Written.IsComplaint(i.Text)).ToList();
        foreach (var state in commit.Of(InboxRecords.Cases).GroupBy(c => c.Id).Select(g => g.Last()))
        {
            var before = _cases.GetValueOrDefault(state.Id);
            _cases[state.Id] = state;
            Count(before, state);
            CheckWave(before, state);
            CheckSecondClock(state);
            if (before is null && state.ClosedAt is not null && items.Find(i => i.Case == state.Id) is { } item)
            {
                history.Violate($"complaint: '{item.Text}' ({item.Id}) has come in, and its case {state.Id} is closed: {state.CloseReason}.");
            }
        }

        foreach (var item in items.Where(i => !_cases.ContainsKey(i.Case)))
        {
            history.Violate($"complaint: '{item.Text}' ({item.Id}) has come in, and there is no case {item.Case}.");
        }

        foreach (var reply in commit.Of(PublicationRecords.Publications).Where(p => p is { State: PublicationState.Scheduled, Attempt: 0, Basis.Kind: PublicationBasisKind.Standing } && commit.Has("case.opened")))
        {
            CheckAutonomy(commit, reply);
        }
    }

    private void Count(Case? before, Case state)
    {
        history.Counts.See(Reached.Waves, state.Alarm.Level >= WaveLevel.RepeatedCriticism && (before?.Alarm.Peak ?? WaveLevel.Calm) < WaveLevel.RepeatedCriticism);
        history.Counts.See(Reached.WavesThatFreeze, state.Alarm.Level >= WaveLevel.GroupsForm && (before?.Alarm.Peak ?? WaveLevel.Calm) < WaveLevel.GroupsForm);
        history.Counts.See(Reached.Deferrals, state.Deferral is not null && before?.Deferral is null);
        history.Counts.See(Reached.ReopenedCases, state.ClosedAt is null && before?.ClosedAt is not null);
        history.Counts.See(Reached.WithdrawnCases, state.CloseReason == CloseReason.WithdrawnByAuthor && before?.CloseReason != CloseReason.WithdrawnByAuthor);
    }

    /// <summary>The commit in which a case's wave first reaches the level freezes what its client has scheduled; replies go on.</summary>
    private void CheckWave(Case? before, Case state)
    {
        if (state is { ClosedAt: null, Alarm.Level: >= WaveLevel.GroupsForm } && (before?.Alarm.Peak ?? WaveLevel.Calm) < WaveLevel.GroupsForm && !history.Freezes.IsFrozen(FreezeScope.Of(state.Client)))
        {
            history.Violate($"wave: case {state.Id} has come to level {(int)state.Alarm.Level}, and '{state.Client}' is not frozen.");
        }
    }

    /// <summary>Acknowledged is not handled: the second clock of a complaint runs, or has been missed and says so.</summary>
    private void CheckSecondClock(Case state)
    {
        if (state is { ClosedAt: null, AcknowledgedAt: not null, Category: Category.Complaint, Dialogue.Stage: < ComplaintStage.SolutionOffered } && !state.ClientReplies
            && !state.Clocks.Any(c => c is { Kind: ClockKind.NextAction, State: ClockState.Running or ClockState.Breached or ClockState.Paused }))
        {
            history.Violate($"second clock: case {state.Id} is acknowledged and open at {state.Dialogue.Stage}, and its NextAction is {state.Clocks.LastOrDefault(c => c.Kind == ClockKind.NextAction)?.State.ToString() ?? "not there"}.");
        }
    }

    /// <summary>From level 3 on nothing new is answered without a person, but by the holding statement.</summary>
    private void CheckAutonomy(Commit commit, Publication reply)
    {
        var changed = commit.Of(InboxRecords.Cases).Select(c => c.Id).ToHashSet();
        if (_cases.Values.FirstOrDefault(c => c.Client == reply.Client && c is { ClosedAt: null, Alarm.Level: >= WaveLevel.LastingCriticism } && !changed.Contains(c.Id)) is { } wave)
        {
            history.Violate($"autonomy: '{reply.Text}' is to go out by itself, and case {wave.Id} of {reply.Client} stands at level {(int)wave.Alarm.Level}.");
        }
    }
}
