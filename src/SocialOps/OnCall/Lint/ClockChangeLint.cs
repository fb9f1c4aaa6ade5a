using NodaTime;
using SocialOps.OnCall.Engine;
using SocialOps.Time;

namespace SocialOps.OnCall.Lint;

/// <summary>Handoffs and windows' ends that lie within a skipped or repeated hour.</summary>
internal static class ClockChangeLint
{
    internal static IEnumerable<Finding> Check(ScheduleDefinition definition, Instant from, Instant until)
    {
        var zone = TimeZones.Get(definition.Zone);
        var changes = zone.GetZoneIntervals(from, until).Skip(1).ToList();
        foreach (var layer in definition.Layers)
        {
            var told = new HashSet<(string, bool)>();
            foreach (var change in changes)
            {
                var before = zone.GetUtcOffset(change.Start - Duration.Epsilon).Ticks;
                var (start, end) = (Ticks.Of(change.Start) + before, Ticks.Of(change.Start) + change.WallOffset.Ticks);
                foreach (var (path, local) in Boundaries(layer, zone, Math.Min(start, end), Math.Max(start, end)))
                {
                    if (told.Add((path, start < end)))
                    {
                        yield return Finding.Warning($"layers[{layer.Name}].{path}", LocalTimes.Decided(Ticks.ToLocal(local), zone));
                    }
                }
            }
        }
    }

    private static IEnumerable<(string Path, long Local)> Boundaries(ScheduleLayer layer, DateTimeZone zone, long start, long end)
    {
        if (layer.Rotation is { Clock: TurnClock.WallClock, Unit: not RotationUnit.Hour })
        {
            DutyLayer.TurnsOf(layer, zone).Find(start - 1, out var next);
            if (next < end)
            {
                yield return ("rotation.anchor", next);
            }
        }

        var hours = new WeekPattern(layer.Restrictions.Where(r => r.Zone == RestrictionZone.Schedule));
        if (!hours.IsNever && !hours.IsAlways)
        {
            hours.Contains(start - 1, out var edge);
            if (edge < end)
            {
                yield return ("restrictions", edge);
            }
        }
    }
}
