using NodaTime;

namespace SocialOps.Approvals;

/// <summary>How long one step took in a request (requirement 1.17): the longest of its runs is what people waited for.</summary>
/// <param name="Step">The step's name.</param>
/// <param name="Runs">How often it was asked.</param>
/// <param name="Longest">The longest elapsed time from asking to the last part's answer; of runs that have ended.</param>
/// <param name="Late">How many runs ended after their deadline.</param>
public sealed record StepTime(string Step, int Runs, Duration Longest, int Late);

/// <summary>The stages' times, from a request's events. Pure.</summary>
internal static class StepTimes
{
    public static IReadOnlyList<StepTime> Of(IEnumerable<ApprovalEvent> events, ApprovalPolicy policy)
    {
        var ended = new List<(StepRun Run, Instant EndedAt)>();
        ApprovalRequest? state = null;
        foreach (var happened in events)
        {
            var before = state;
            state = ApprovalFold.Apply(state, happened);
            ended.AddRange((before?.Runs ?? []).Where(r => state.FindRun(r.Number) is null).Select(r => (r, happened.At)));
        }

        return
        [
            .. policy.Steps.Select((step, i) => new StepTime(
                step.Name,
                ended.Count(e => e.Run.Step == i),
                ended.Where(e => e.Run.Step == i).Select(e => e.EndedAt - e.Run.OpenedAt).DefaultIfEmpty(Duration.Zero).Max(),
                ended.Count(e => e.Run.Step == i && e.EndedAt > e.Run.DueAt))),
        ];
    }
}
