using NodaTime;

namespace SocialOps.OnCall.Engine;

/// <summary>A layer as the evaluator sees it.</summary>
internal sealed class DutyLayer
{
    private readonly WeekPattern? hours;
    private readonly WeekPattern? participantHours;
    private readonly TurnCounter turns;
    private readonly int[][] slots;
    private readonly long from;
    private readonly long until;

    internal DutyLayer(ScheduleLayer layer, PeopleIndex people, DateTimeZone zone)
    {
        Name = layer.Name;
        IsExclusive = layer.Mode == LayerMode.Exclusive;
        hours = Pattern(layer, RestrictionZone.Schedule);
        participantHours = Pattern(layer, RestrictionZone.Participant);
        turns = TurnsOf(layer, zone);
        slots = layer.Rotation.Groups.Count > 0
            ? [.. layer.Rotation.Groups.Select(group => group.Select(people.NumberOf).ToArray())]
            : [.. layer.Rotation.Participants.Select(person => new[] { people.NumberOf(person) })];
        from = layer.EffectiveFrom is { } first ? Ticks.Of(first) : long.MinValue;
        until = layer.EffectiveUntil is { } end ? Ticks.Of(end) : long.MaxValue;
    }

    internal WeekPattern? Hours => hours;

    internal string Name { get; }

    internal bool IsExclusive { get; }

    internal int MostAtOnce => slots.Length == 0 ? 0 : slots.Max(slot => slot.Length);

    internal bool HasSlots => slots.Length > 0;

    internal TurnCounter Turns => turns;

    internal int SlotCount => slots.Length;

    internal static TurnCounter TurnsOf(ScheduleLayer layer, DateTimeZone zone)
        => new(layer.Rotation, Pattern(layer, RestrictionZone.Participant) is null ? Pattern(layer, RestrictionZone.Schedule) : null, zone);

    /// <summary>Whether somebody of the layer may be on duty; participants' own hours are asked of each.</summary>
    internal bool IsActive(long instant, in LocalMoment local, ref long holds)
    {
        if (instant < from || instant >= until)
        {
            holds = instant < from ? Math.Min(holds, from) : holds;
            return false;
        }

        holds = Math.Min(holds, until);
        return participantHours is not null || InHours(local, ref holds);
    }

    internal int[] SlotAt(long instant, in LocalMoment local, ref long holds, out long turn)
    {
        turn = turns.At(instant, local, ref holds);
        return slots[Ticks.FloorMod(turn, slots.Length)];
    }

    /// <summary>Where the layer begins and ends.</summary>
    internal IEnumerable<long> Edges => new[] { from, until }.Where(edge => edge is not (long.MinValue or long.MaxValue));

    /// <summary>Whether the layer's hours, where they are the participant's own, hold for a person.</summary>
    internal bool IsActiveFor(DutyPerson person, long instant, in LocalMoment local, ref long holds)
    {
        if (participantHours is null || (hours is not null && InHours(local, ref holds)))
        {
            return true;
        }

        var own = person.Clock.At(instant);
        holds = Math.Min(holds, own.Until);
        var active = participantHours.Contains(own.Local, out var next);
        holds = Math.Min(holds, own.InstantOf(next));
        return active;
    }

    private bool InHours(in LocalMoment local, ref long holds)
    {
        if (hours is null)
        {
            return true;
        }

        var active = hours.Contains(local.Local, out var next);
        holds = Math.Min(holds, local.InstantOf(next));
        return active;
    }

    private static WeekPattern? Pattern(ScheduleLayer layer, RestrictionZone zone)
    {
        var restrictions = layer.Restrictions.Where(r => r.Zone == zone).ToList();
        return restrictions.Count == 0 ? null : new WeekPattern(restrictions);
    }
}
