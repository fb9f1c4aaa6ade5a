namespace SocialOps.OnCall.Engine;

/// <summary>Who is on duty at one instant: the one evaluator behind every answer. It writes people's numbers into a span that the caller owns and allocates nothing.</summary>
internal ref partial struct DutyEvaluation<TTrace>
    where TTrace : struct, ITrace
{
    private readonly DutyModel model;
    private readonly long instant;
    private readonly DutyRequirement? need;
    private readonly TTrace trace;
    private readonly Span<int> onDuty;
    private readonly ReadOnlySpan<int> exceptions;
    private StandInSearch<TTrace> standIns;
    private long until = long.MaxValue;
    private int count;

    internal DutyEvaluation(DutyModel model, long instant, DutyRequirement? need, TTrace trace, Span<int> onDuty, Span<ulong> asked)
    {
        this.model = model;
        this.instant = instant;
        this.need = need;
        this.trace = trace;
        this.onDuty = onDuty;
        standIns = new(model.People, instant, need, model.CategorySkills, trace, asked);
        exceptions = model.ExceptionIndex.At(instant, ref until);
    }

    /// <summary>Why nobody is on duty.</summary>
    internal CoverageGapCause Cause { get; private set; }

    /// <summary>The instant up to which the answer holds.</summary>
    internal readonly long Until => Math.Min(until, standIns.Until);

    /// <summary>Fills the span; returns how many are on duty.</summary>
    internal int Run()
    {
        var from = Take();
        if (from < 0)
        {
            Ladder();
        }

        for (var i = from + 1; i < exceptions.Length; i++)
        {
            Alter(model.Exceptions[exceptions[i]]);
        }

        if (count == 0 && trace.IsOn)
        {
            trace.Add(ExplanationRule.Gap, $"nobody is on duty: {Cause}");
        }

        return count;
    }

    private readonly bool Applies(DutyException exception) => exception.Client is null || exception.Client == need?.Client;

    /// <summary>The strongest override that takes the stretch and can; -1 for none.</summary>
    private int Take()
    {
        for (var i = exceptions.Length - 1; i >= 0; i--)
        {
            var exception = model.Exceptions[exceptions[i]];
            if (exception.Kind != OverrideKind.Take || !Applies(exception))
            {
                continue;
            }

            foreach (var person in exception.People)
            {
                if (standIns.IsThere(person))
                {
                    Join(person);
                    OnDuty(person, null, null, exception.Id);
                }
            }

            if (count > 0 || exception.People.Length == 0)
            {
                Cause = CoverageGapCause.Removed;
                Acts(exception, OverrideKind.Take, -1, -1);
                PassOverWeaker(i, null, -1);
                return i;
            }

            PassOver(exception, "its person is absent, unreachable or not qualified");
        }

        return -1;
    }

    private void Ladder()
    {
        var local = model.Clock.At(instant);
        until = Math.Min(until, local.Until);
        Cause = CoverageGapCause.NoLayers;
        foreach (var layer in model.Layers)
        {
            if (Ask(layer, local) && layer.IsExclusive)
            {
                if (trace.IsOn && layer != model.Layers[^1])
                {
                    trace.Add(ExplanationRule.WeakerLayersSilent, $"weaker layers are silent beside '{layer.Name}'", layer.Name);
                }

                return;
            }
        }
    }

    /// <summary>Whether the layer names somebody who can be on duty, alone or again.</summary>
    private bool Ask(DutyLayer layer, in LocalMoment local)
    {
        if (!layer.IsActive(instant, local, ref until))
        {
            Silent(layer, CoverageGapCause.OutsideWindows, "is not active");
            return false;
        }

        if (!layer.HasSlots)
        {
            Silent(layer, CoverageGapCause.NoParticipants, "has nobody who takes turns");
            return false;
        }

        var named = false;
        var slot = layer.SlotAt(instant, local, ref until, out var turn);
        if (slot.Length == 0)
        {
            Silent(layer, CoverageGapCause.NoParticipants, "has an empty slot");
        }

        foreach (var person in slot)
        {
            if (!layer.IsActiveFor(model.People[person], instant, local, ref until))
            {
                Silent(layer, CoverageGapCause.OutsideWindows, "is outside the own hours of", person);
                continue;
            }

            if (trace.IsOn)
            {
                trace.Add(ExplanationRule.Turn, $"layer '{layer.Name}', turn {turn}: {model.People[person].Id}", layer.Name, turn, model.People[person].Id);
            }

            named |= Resolve(layer, turn, person);
        }

        return named;
    }

    private bool Resolve(DutyLayer layer, long turn, int person)
    {
        var given = Replacement(person, out var by);
        if (given < 0)
        {
            given = standIns.For(person);
            var replacement = given < 0 || given == person ? -1 : Replacement(given, out by);
            given = replacement < 0 ? given : replacement;
        }

        if (given < 0)
        {
            Miss(standIns.Cause);
            return false;
        }

        Join(given);
        OnDuty(given, layer.Name, turn, by);
        return true;
    }

    /// <summary>Who replaces a person whom the layers give: the strongest override whose person can act; -1 for none.</summary>
    private int Replacement(int person, out string? by)
    {
        by = null;
        for (var i = exceptions.Length - 1; i >= 0; i--)
        {
            var exception = model.Exceptions[exceptions[i]];
            if (exception.Kind != OverrideKind.Replace || exception.Replaces != person || !Applies(exception) || exception.People is not [var instead])
            {
                continue;
            }

            if (standIns.IsThere(instead))
            {
                Acts(exception, OverrideKind.Replace, instead, person);
                PassOverWeaker(i, OverrideKind.Replace, person);
                by = exception.Id;
                return instead;
            }

            PassOver(exception, "its person is absent, unreachable or not qualified");
        }

        return -1;
    }

    private void Alter(DutyException exception)
    {
        if (exception.Kind is not (OverrideKind.Add or OverrideKind.Remove) || !Applies(exception))
        {
            return;
        }

        if (exception.Kind == OverrideKind.Remove)
        {
            Leave(exception);
        }
        else if (standIns.IsThere(exception.People[0]))
        {
            Join(exception.People[0]);
            Acts(exception, OverrideKind.Add, exception.People[0], -1);
            OnDuty(exception.People[0], null, null, exception.Id);
        }
        else
        {
            PassOver(exception, "its person is absent, unreachable or not qualified");
        }
    }

    private void Leave(DutyException exception)
    {
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            if (exception.People.Length > 0 && onDuty[i] != exception.People[0])
            {
                onDuty[kept++] = onDuty[i];
            }
        }

        if (kept == count)
        {
            PassOver(exception, "whom it takes off is not on duty");
            return;
        }

        count = kept;
        Cause = CoverageGapCause.Removed;
        Acts(exception, OverrideKind.Remove, exception.People is [var person] ? person : -1, -1);
    }

    private void Join(int person)
    {
        if (!onDuty[..count].Contains(person))
        {
            onDuty[count++] = person;
        }
    }

    private void Miss(CoverageGapCause cause) => Cause = cause > Cause ? cause : Cause;

    private void Silent(DutyLayer layer, CoverageGapCause cause, string why, int person = -1)
    {
        Miss(cause);
        if (trace.IsOn)
        {
            trace.Add(ExplanationRule.LayerSilent, $"layer '{layer.Name}' {why}{(person < 0 ? null : " " + model.People[person].Id)}", layer.Name);
        }
    }
}
