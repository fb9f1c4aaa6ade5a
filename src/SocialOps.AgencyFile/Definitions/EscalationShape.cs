using NodaTime;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Values;
using SocialOps.Escalations;
using SocialOps.OnCall;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class EscalationShape : BlockShape<EscalationPolicyDefinition>
{
    private readonly Field<IReadOnlyList<EscalationStep>> _steps;
    private readonly Field<int> _acknowledgements;

    public EscalationShape()
        : base("escalation", "an escalation's block of keys", "Who is told, and who next when nobody acts; the client's emergency contact always follows by itself.")
    {
        _steps = Required("steps", new ListShape<EscalationStep>(new EscalationStepShape()), "The steps in order.");
        _acknowledgements = Optional("acknowledgements", NumberShape.Instance, 1, "How many different people must acknowledge before it stops; without it 1.");
    }

    protected override EscalationPolicyDefinition Build(Shapes.Values values)
        => new() { Id = new(values.Id), Steps = values.Of(_steps), Acknowledgements = values.Of(_acknowledgements) };
}

/// <summary>One step: <c>{ tell: on duty, schedule: community, wait: 15m }</c>.</summary>
internal sealed class EscalationStepShape : BlockShape<EscalationStep>
{
    private readonly Field<IReadOnlyList<EscalationTarget>> _tell;
    private readonly Field<ScheduleId?> _schedule;
    private readonly Field<Duration?> _wait;
    private readonly Field<DelayClock> _clock;

    public EscalationStepShape()
        : base("escalation-step", "a step, e.g. { tell: on duty, schedule: community, wait: 15m }", "One step of an escalation.")
    {
        _tell = Required("tell", new ListShape<EscalationTarget>(TellShape.Instance), "Who is told: on duty, a person's id, or emergency contact; several as a list.", "targets");
        _schedule = Optional("schedule", References.Maybe(References.Schedule), null, "Whose duty 'on duty' means.");
        _wait = Optional("wait", References.Maybe(DurationShape.Instance), null, "How long to wait for somebody to act before the next step; without it by severity: crisis 5 min, high 15 min, otherwise 60 min.", "delay");
        _clock = Optional("clock", Words.DelayClock, DelayClock.Elapsed, "How the waiting time is counted; without it elapsed.");
    }

    protected override EscalationStep Build(Shapes.Values values)
    {
        var (targets, schedule) = (values.Of(_tell), values.Of(_schedule));
        var asksForSchedule = targets.Any(TellShape.IsAnyDuty);
        if (asksForSchedule && !values.Has(_schedule))
        {
            values.Error(_tell, "'on duty' does not say on which schedule; write 'schedule: ' and its id beside it.");
        }
        else if (!asksForSchedule && values.Has(_schedule))
        {
            values.Error(_schedule, "the schedule has no meaning without 'tell: on duty'; take it out, or tell whoever is on duty.");
        }

        return new([.. targets.Select(t => TellShape.IsAnyDuty(t) && schedule is { } of ? new EscalationTarget.OnDuty(of) : t)], values.Of(_wait)) { Clock = values.Of(_clock) };
    }
}
