using NodaTime;
using SocialOps.OnCall.Engine;
using SocialOps.People;
using SocialOps.Time;

namespace SocialOps.OnCall;

/// <summary>
/// A schedule, ready to be asked who is on duty. It holds no clock: the same definition, people and tz database give the same answers for ever. Instants are compared exactly; all
/// stretches are half-open [from, to). Immutable and thread-safe; make it once and keep it.
/// </summary>
public sealed class OnCallSchedule
{
    private const int FewPeople = 32;
    private static readonly Duration SearchLimit = Duration.FromDays(5 * 366);
    private readonly IDateTimeZoneProvider zones;
    private readonly DutyModel model;
    private readonly AnswerPool answers;

    /// <summary>Compiles a schedule.</summary>
    /// <param name="definition">The schedule.</param>
    /// <param name="people">The agency's people. Somebody who is named in the schedule and missing here counts as unreachable.</param>
    /// <exception cref="InvalidDefinitionException">Something in the schedule has no meaning: an unknown zone, a turn without length, a stretch that ends before it begins.</exception>
    public OnCallSchedule(ScheduleDefinition definition, IReadOnlyDictionary<PersonId, PersonDefinition> people)
        : this(definition, people, TimeZones.Provider)
    {
    }

    /// <summary>Compiles a schedule over another tz database.</summary>
    /// <param name="definition">The schedule.</param>
    /// <param name="people">The agency's people.</param>
    /// <param name="zones">The zones; its version is the answers' tz database version.</param>
    /// <exception cref="InvalidDefinitionException">As above.</exception>
    public OnCallSchedule(ScheduleDefinition definition, IReadOnlyDictionary<PersonId, PersonDefinition> people, IDateTimeZoneProvider zones)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(zones);
        var faults = ScheduleShape.Check(definition, zones).Where(finding => finding.Severity == FindingSeverity.Error).ToList();
        if (faults.Count > 0)
        {
            throw new InvalidDefinitionException(faults);
        }

        this.zones = zones;
        Definition = definition;
        People = people;
        TimeZoneVersion = zones.VersionId;
        model = new DutyModel(definition, people, zones);
        answers = new AnswerPool(model.People);
    }

    /// <summary>What it was compiled from.</summary>
    public ScheduleDefinition Definition { get; }

    /// <summary>The people it was compiled with.</summary>
    public IReadOnlyDictionary<PersonId, PersonDefinition> People { get; }

    /// <summary>The version of the tz database behind every answer.</summary>
    public string TimeZoneVersion { get; }

    internal DutyModel Model => model;

    /// <summary>Every fault of a schedule at once: what cannot be compiled, and what would leave a duty to nobody. Errors refuse it, warnings do not.</summary>
    /// <param name="definition">The schedule.</param>
    /// <param name="people">The agency's people.</param>
    public static IReadOnlyList<Finding> Validate(ScheduleDefinition definition, IReadOnlyDictionary<PersonId, PersonDefinition> people)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(people);
        return [.. ScheduleShape.Check(definition, TimeZones.Provider), .. ReplaceConflicts.Check(definition), .. SchedulePeople.Check(definition, people, TimeZones.Provider)];
    }

    /// <summary>Who is on duty at an instant.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="requirement">What the duty asks for; <see langword="null"/> for nothing: then the first in the ladder is meant.</param>
    /// <returns>The people, or the gap with its cause.</returns>
    public OnCallAnswer At(Instant instant, DutyRequirement? requirement = null) => Evaluate(Ticks.Of(instant), requirement, default(NoTrace), out _);

    /// <summary>Why the answer at an instant is what it is. Runs the code of <see cref="At(Instant, DutyRequirement?)"/> and writes down what it does.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="requirement">What the duty asks for; <see langword="null"/> for nothing.</param>
    public OnCallExplanation Explain(Instant instant, DutyRequirement? requirement = null)
    {
        var steps = new List<ExplanationStep>();
        var answer = Evaluate(Ticks.Of(instant), requirement, new Recorder(steps), out var until);
        return new(instant, answer, until == long.MaxValue ? Instant.MaxValue : Ticks.ToInstant(until), steps);
    }

    /// <summary>The shifts and gaps of a stretch of time, ascending, without a hole between them; computed while they are read.</summary>
    /// <param name="from">The first instant.</param>
    /// <param name="to">The first instant after it; at or before <paramref name="from"/> there are no shifts.</param>
    /// <param name="requirement">What the duty asks for; <see langword="null"/> for nothing.</param>
    public IEnumerable<Shift> Between(Instant from, Instant to, DutyRequirement? requirement = null)
    {
        if (from >= to)
        {
            yield break;
        }

        var (start, answer) = (from, Evaluate(Ticks.Of(from), requirement, default(NoTrace), out var until));
        for (var end = Until(until, to); end < to; end = Until(until, to))
        {
            var next = Evaluate(Ticks.Of(end), requirement, default(NoTrace), out until);
            if (!next.Equals(answer))
            {
                yield return new(start, end, answer);
                (start, answer) = (end, next);
            }
        }

        yield return new(start, to, answer);
    }

    /// <summary>The duties of a stretch of time, person by person, each with its source; by begin, then by person.</summary>
    /// <param name="from">The first instant.</param>
    /// <param name="to">The first instant after it.</param>
    /// <param name="requirement">What the duty asks for; <see langword="null"/> for nothing.</param>
    public IReadOnlyList<DutyStretch> DutiesBetween(Instant from, Instant to, DutyRequirement? requirement = null)
    {
        var (done, open) = (new List<DutyStretch>(), new Dictionary<(PersonId, DutySource), DutyStretch>());
        for (var start = from; start < to;)
        {
            var explanation = Explain(start, requirement);
            var end = Instant.Min(explanation.Until, to);
            var next = new Dictionary<(PersonId, DutySource), DutyStretch>();
            foreach (var person in explanation.Answer.OnDuty)
            {
                var step = explanation.Steps.First(step => step.Rule == ExplanationRule.OnDuty && step.Person == person);
                var source = new DutySource(step.Layer, step.Turn, step.Override);
                next[(person, source)] = open.Remove((person, source), out var running) ? running with { To = end } : new(person, start, end, source);
            }

            done.AddRange(open.Values);
            (open, start) = (next, end);
        }

        return [.. done.Concat(open.Values).OrderBy(duty => duty.From).ThenBy(duty => duty.Person.Value, StringComparer.Ordinal)];
    }

    /// <summary>The next instant after a given one at which the answer changes: a handoff, the begin of a gap or its end.</summary>
    /// <param name="after">The instant after which to look.</param>
    /// <param name="requirement">What the duty asks for; <see langword="null"/> for nothing.</param>
    /// <returns>The change, or <see langword="null"/> if there is none within five years.</returns>
    public Handoff? NextHandoff(Instant after, DutyRequirement? requirement = null)
    {
        var shifts = Between(after, after + SearchLimit, requirement).Take(2).ToList();
        return shifts.Count < 2 ? null : new(shifts[1].From, shifts[0].Answer, shifts[1].Answer);
    }

    /// <summary>The schedule as if every requested absence were approved; <see langword="null"/> if none is requested.</summary>
    internal OnCallSchedule? IfRequestsWereApproved()
    {
        var isRequested = People.Values.Any(p => p.Absences.Any(a => a.State == AbsenceState.Requested) || p.TimedAbsences.Any(a => a.State == AbsenceState.Requested));
        return isRequested ? new(Definition, People.Values.ToDictionary(p => p.Id, Approve), zones) : null;
    }

    internal OnCallAnswer At(long instant, DutyRequirement? requirement, out long until) => Evaluate(instant, requirement, default(NoTrace), out until);

    private static PersonDefinition Approve(PersonDefinition person) => person with
    {
        Absences = [.. person.Absences.Select(a => a with { State = AbsenceState.Approved })],
        TimedAbsences = [.. person.TimedAbsences.Select(a => a with { State = AbsenceState.Approved })],
    };

    private static Instant Until(long until, Instant to) => until == long.MaxValue || Ticks.ToInstant(until) >= to ? to : Ticks.ToInstant(until);

    private OnCallAnswer Evaluate<TTrace>(long instant, DutyRequirement? need, TTrace trace, out long until)
        where TTrace : struct, ITrace
    {
        Span<int> onDuty = model.MostAtOnce <= FewPeople ? stackalloc int[FewPeople] : new int[model.MostAtOnce];
        var words = StandInSearch<TTrace>.WordsFor(model.People.Count);
        Span<ulong> asked = words <= FewPeople ? stackalloc ulong[words] : new ulong[words];
        var evaluation = new DutyEvaluation<TTrace>(model, instant, need, trace, onDuty, asked);
        var count = evaluation.Run();
        until = evaluation.Until;
        return count == 0 ? OnCallAnswer.Nobody(evaluation.Cause) : answers.Get(onDuty[..count]);
    }
}
