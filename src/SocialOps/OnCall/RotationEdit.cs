using NodaTime;
using SocialOps.OnCall.Engine;
using SocialOps.People;
using SocialOps.Time;

namespace SocialOps.OnCall;

/// <summary>Changes who takes turns without a jump. Pure and thread-safe.</summary>
public static class RotationEdit
{
    /// <summary>
    /// The layer with other participants, ordered such that whoever has the turn keeps it and the others follow in the given order. If they are no longer among them, the first of the
    /// given order who followed them before has it; otherwise the first.
    /// </summary>
    /// <param name="layer">The layer as it is; its participants take turns one by one.</param>
    /// <param name="participants">The new participants, in the order in which they follow each other.</param>
    /// <param name="at">The instant at which the change takes effect.</param>
    /// <param name="zone">The schedule's IANA time zone id.</param>
    /// <exception cref="ArgumentException">Groups take turns in this layer, or the zone is unknown.</exception>
    public static ScheduleLayer WithParticipants(ScheduleLayer layer, IReadOnlyList<PersonId> participants, Instant at, string zone)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(participants);
        if (layer.Rotation.Groups.Count > 0)
        {
            throw new ArgumentException("Groups take turns in this layer; change its groups.", nameof(layer));
        }

        var changed = layer with { Rotation = layer.Rotation with { Participants = participants } };
        if (participants.Count == 0 || layer.Rotation.Participants.Count == 0)
        {
            return changed;
        }

        var clock = ZoneClock.Of(TimeZones.Get(zone));
        var (instant, until) = (Ticks.Of(at), long.MaxValue);
        var turn = DutyLayer.TurnsOf(layer, clock.Zone).At(instant, clock.At(instant), ref until);
        var old = layer.Rotation.Participants;
        var followers = Enumerable.Range(0, old.Count).Select(i => old[(int)Ticks.FloorMod(turn + i, old.Count)]);
        var first = followers.Select(person => IndexOf(participants, person)).FirstOrDefault(index => index >= 0);
        var shift = (int)Ticks.FloorMod(first - turn, participants.Count);
        return changed with { Rotation = changed.Rotation with { Participants = [.. participants.Skip(shift), .. participants.Take(shift)] } };
    }

    private static int IndexOf(IReadOnlyList<PersonId> people, PersonId person)
    {
        for (var i = 0; i < people.Count; i++)
        {
            if (people[i] == person)
            {
                return i;
            }
        }

        return -1;
    }
}
