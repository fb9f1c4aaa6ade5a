using SocialOps.People;
using NodaTime;
using SocialOps.Channels;

namespace SocialOps.Escalations;

/// <summary>Climbs an escalation policy, one firing at a time. Pure and thread-safe.</summary>
public static class EscalationEngine
{
    /// <summary>No step waits longer because of repetition: four hours.</summary>
    public static readonly Duration LongestInterval = Duration.FromHours(4);

    private static readonly Duration SameMinute = Duration.FromMinutes(1);
    private static readonly EscalationStep Last = new([new EscalationTarget.EmergencyContact()]);

    /// <summary>How long a step waits where the policy does not say: 5 minutes in a crisis (<see cref="Severity.Critical"/>), 15 for <see cref="Severity.High"/>, otherwise 60.</summary>
    public static Duration DefaultDelay(Severity severity) => Duration.FromMinutes(severity switch
    {
        Severity.Critical => 5,
        Severity.High => 15,
        _ => 60,
    });

    /// <summary>The steps that are climbed: those of the policy, and the client's emergency contact as the last one unless the last one tells them already.</summary>
    public static IReadOnlyList<EscalationStep> StepsOf(EscalationPolicyDefinition policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.Steps is [.., var last] && last.Targets.Any(target => target is EscalationTarget.EmergencyContact) ? policy.Steps : [.. policy.Steps, Last];
    }

    /// <summary>
    /// Fires the run's next step if it is due. Targets are resolved now. A step that names nobody is skipped at once; after the last step the first follows, and each round waits twice
    /// as long, up to <see cref="LongestInterval"/>. If a whole round names nobody, that is the last resort's hour. The next step is counted from <paramref name="now"/>, so steps missed
    /// while nothing ran are not made up for.
    /// </summary>
    /// <param name="run">The run. Stopped, or not due yet, it stays as it is and tells nobody.</param>
    /// <param name="policy">The policy the run began with.</param>
    /// <param name="severity">How grave the matter is now.</param>
    /// <param name="now">The instant.</param>
    /// <param name="resolve">Who a target is at an instant; empty for nobody.</param>
    /// <param name="addOpenTime">The instant after so much open time of the promise, for steps that count in it; <see langword="null"/> counts them in elapsed time.</param>
    public static EscalationTransition Fire(
        EscalationRun run,
        EscalationPolicyDefinition policy,
        Severity severity,
        Instant now,
        Func<EscalationTarget, Instant, IReadOnlyList<Recipient>> resolve,
        Func<Instant, Duration, Instant>? addOpenTime = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(resolve);
        if (!run.IsRunning || now < run.NextAt)
        {
            return new(run, [], [], run.IsRunning ? run.NextAt : Instant.MaxValue, false);
        }

        var steps = StepsOf(policy);
        var skipped = new List<int>();
        var (round, number) = (run.Round, Math.Min(run.NextStep, steps.Count - 1));
        for (var tries = 0; tries < steps.Count; tries++)
        {
            var reached = steps[number].Targets.SelectMany(target => resolve(target, now)).Distinct().ToList();
            if (reached.Count > 0)
            {
                return Tell(run, steps, (round, number), reached, skipped, Next(steps[number], severity, round, now, addOpenTime), now);
            }

            skipped.Add(number);
            (round, number) = Following(steps, round, number);
        }

        var next = now + Interval(DefaultDelay(severity), run.Round);
        return new(run with { Round = run.Round + 1, NextStep = 0, NextAt = next }, [], skipped, next, true);
    }

    /// <summary>Who would be told when if nobody acted: the firings of a run from its start, one by one, computed while they are read.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="severity">How grave the matter is.</param>
    /// <param name="start">When the run starts.</param>
    /// <param name="until">The first instant that is no longer of interest.</param>
    /// <param name="resolve">Who a target is at an instant; empty for nobody.</param>
    /// <param name="addOpenTime">The instant after so much open time of the promise; <see langword="null"/> counts elapsed time.</param>
    public static IEnumerable<EscalationFiring> Preview(
        EscalationPolicyDefinition policy,
        Severity severity,
        Instant start,
        Instant until,
        Func<EscalationTarget, Instant, IReadOnlyList<Recipient>> resolve,
        Func<Instant, Duration, Instant>? addOpenTime = null)
    {
        for (var run = EscalationRun.Start(start); run.NextAt < until;)
        {
            var firing = new EscalationFiring(run.NextAt, Fire(run, policy, severity, run.NextAt, resolve, addOpenTime));
            yield return firing;
            run = firing.Transition.Run;
        }
    }

    private static EscalationTransition Tell(
        EscalationRun run, IReadOnlyList<EscalationStep> steps, (int Round, int Step) place, List<Recipient> reached, List<int> skipped, Instant next, Instant now)
    {
        var told = reached.Where(one => !run.Notes.Any(note => note.Recipient == one && now - note.At < SameMinute)).ToList();
        var notes = run.Notes.Where(note => !told.Contains(note.Recipient)).Concat(told.Select(one => new EscalationNote(one, now, place.Round, place.Step)));
        var (round, step) = Following(steps, place.Round, place.Step);
        return new(run with { Round = round, NextStep = step, NextAt = next, Notes = [.. notes] }, told, skipped, next, false);
    }

    private static (int Round, int Step) Following(IReadOnlyList<EscalationStep> steps, int round, int step) => step + 1 < steps.Count ? (round, step + 1) : (round + 1, 0);

    private static Instant Next(EscalationStep step, Severity severity, int round, Instant now, Func<Instant, Duration, Instant>? addOpenTime)
    {
        var delay = Interval(step.Delay is { } own && own > Duration.Zero ? own : DefaultDelay(severity), round);
        return step.Clock == DelayClock.OpenTime && addOpenTime is not null ? addOpenTime(now, delay) : now + delay;
    }

    private static Duration Interval(Duration delay, int round)
        => delay >= LongestInterval ? delay : Duration.Min(delay * (1L << Math.Min(round, 20)), LongestInterval);
}
