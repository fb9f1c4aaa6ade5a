using NodaTime;
using SocialOps.Time;

namespace SocialOps.OnCall.Engine;

/// <summary>The faults of a schedule that can be seen without knowing the people.</summary>
internal static class ScheduleShape
{
    private const int LongestTurn = 10_000;

    internal static IEnumerable<Finding> Check(ScheduleDefinition definition, IDateTimeZoneProvider zones)
    {
        var zone = zones.GetZoneOrNull(definition.Zone);
        if (zone is null)
        {
            yield return Finding.Error("zone", TimeZones.Unknown(definition.Zone, zones));
        }

        if (definition.Layers.Count == 0 && definition.Overrides.Count == 0 && definition.Plans.Count == 0)
        {
            yield return Finding.Warning("layers", "The schedule has no layers: nobody is ever on duty. Add a layer with a rotation.");
        }

        foreach (var layer in definition.Layers.GroupBy(layer => layer.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return Finding.Error($"layers[{layer.Key}].name", $"{layer.Count()} layers are named '{layer.Key}'; give each a name of its own.");
        }

        var ids = definition.Overrides.Select(o => o.Id).Concat(definition.Plans.Select(p => p.Id)).Concat(definition.Swaps.Select(s => s.Id));
        foreach (var id in ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return Finding.Error($"overrides[{id.Key}].id", $"{id.Count()} overrides, plans or swaps have the id '{id.Key}'; give each an id of its own.");
        }

        foreach (var finding in definition.Layers.SelectMany(Layer)
            .Concat(definition.Overrides.SelectMany(one => Override(one, zone)))
            .Concat(definition.Plans.SelectMany(Plan))
            .Concat(definition.Swaps.SelectMany(Swap)))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> Layer(ScheduleLayer layer)
    {
        var (path, rotation) = ($"layers[{layer.Name}]", layer.Rotation);
        if (rotation.Lengths.Append(rotation.Length).Any(length => length is < 1 or > LongestTurn))
        {
            yield return Finding.Error($"{path}.rotation.length", $"A turn lasts 1 to {LongestTurn} units; correct {string.Join(", ", rotation.Lengths.Append(rotation.Length).Where(length => length is < 1 or > LongestTurn))}.");
        }

        if (rotation.Participants.Count > 0 && rotation.Groups.Count > 0)
        {
            yield return Finding.Error($"{path}.rotation.groups", "Either participants or groups take turns, not both; make each participant a group of one.");
        }

        if (rotation is { Clock: TurnClock.Elapsed, Unit: RotationUnit.Month })
        {
            yield return Finding.Error($"{path}.rotation.clock", "Months have no fixed length; count them on the wall clock.");
        }

        if (!IsWhole(rotation.Anchor))
        {
            yield return Finding.Error($"{path}.rotation.anchor", $"{LocalTimes.Text(rotation.Anchor)} is finer than a microsecond; write whole microseconds.");
        }

        var counts = rotation.Consumption == TurnConsumption.ActiveWindowsOnly && rotation.Unit is RotationUnit.Hour or RotationUnit.Day && layer.Restrictions.Count > 0;
        if (counts && (rotation.Clock == TurnClock.Elapsed || layer.Restrictions.Any(r => r.Zone == RestrictionZone.Participant)))
        {
            yield return Finding.Error($"{path}.rotation.consumption", "Only turns on the wall clock, in hours of the schedule's own zone, can skip inactive units; use Calendar, or turns of a week.");
        }

        if (layer is { EffectiveFrom: { } from, EffectiveUntil: { } until } && until <= from)
        {
            yield return Finding.Error($"{path}.effectiveUntil", $"The layer ends at {until}, not after its begin {from}.");
        }
    }

    private static IEnumerable<Finding> Override(ShiftOverride one, DateTimeZone? zone)
    {
        var path = $"overrides[{one.Id}]";
        foreach (var finding in Stretch(path, one.From, one.To))
        {
            yield return finding;
        }

        if (one.Kind != OverrideKind.Remove && one.Person is null)
        {
            yield return Finding.Error($"{path}.person", $"{one.Kind} needs a person; name who is on duty.");
        }

        if (one.Kind == OverrideKind.Replace && one.Replaces is null)
        {
            yield return Finding.Error($"{path}.replaces", "Replace needs the person whose shifts are taken; name them, or use Take.");
        }

        foreach (var (name, local) in new[] { ("from", one.From), ("to", one.To) })
        {
            if (zone is not null && (one.LocalTimes is null or LocalTimeChoice.Reject) && !LocalTimes.IsPlain(local, zone))
            {
                yield return new(one.LocalTimes is null ? FindingSeverity.Warning : FindingSeverity.Error, $"{path}.{name}", LocalTimes.Describe(local, zone));
            }
        }
    }

    private static IEnumerable<Finding> Plan(TemporaryPlan plan)
        => plan.Shifts.SelectMany((shift, i) => Stretch($"plans[{plan.Id}].shifts[{i}]", shift.From, shift.To)).Concat(Stretch($"plans[{plan.Id}]", plan.From, plan.To));

    private static IEnumerable<Finding> Swap(ShiftSwapRequest swap)
    {
        if (swap is { State: SwapState.Accepted, Taker: null })
        {
            yield return Finding.Error($"swaps[{swap.Id}].taker", "An accepted swap names who takes the shifts.");
        }

        foreach (var finding in Stretch($"swaps[{swap.Id}]", swap.From, swap.To))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> Stretch(string path, LocalDateTime from, LocalDateTime to)
    {
        if (to <= from)
        {
            yield return Finding.Error($"{path}.to", $"{LocalTimes.Text(to)} is not after {LocalTimes.Text(from)}; a stretch ends after it begins.");
        }

        if (!IsWhole(from) || !IsWhole(to))
        {
            yield return Finding.Error(path, "Times finer than a microsecond; write whole microseconds.");
        }
    }

    private static bool IsWhole(LocalDateTime local) => local.NanosecondOfDay % 1000 == 0;
}
