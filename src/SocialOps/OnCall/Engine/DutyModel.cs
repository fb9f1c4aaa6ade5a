using NodaTime;
using SocialOps.Channels;
using SocialOps.OnCall.Coverage;
using SocialOps.People;

namespace SocialOps.OnCall.Engine;

/// <summary>A schedule with its people, compiled: what the evaluator reads. Immutable.</summary>
internal sealed partial class DutyModel
{
    internal DutyModel(ScheduleDefinition definition, IReadOnlyDictionary<PersonId, PersonDefinition> people, IDateTimeZoneProvider zones)
    {
        var zone = zones[definition.Zone];
        Clock = ZoneClock.Of(zone);
        People = new PeopleIndex(Named(definition), people, zones);
        Layers = [.. definition.Layers.Select(layer => new DutyLayer(layer, People, zone))];
        Exceptions = [.. DutyException.Of(definition, People, zone)];
        Array.Sort(Exceptions, DutyException.CompareStrength);
        ExceptionIndex = Exceptions.Length == 0 ? StretchIndex.Empty : new StretchIndex([.. Exceptions.Select(e => (e.From, e.Until))]);
        CategorySkills = definition.CategorySkills;
        period = new(() => PeriodicProof.CommonPeriod(Layers.Where(layer => layer.HasSlots).Select(layer => layer.Turns.Period(layer.SlotCount))));
        MostAtOnce = Layers.Sum(layer => layer.MostAtOnce) + Exceptions.Where(e => e.Kind == OverrideKind.Add).Sum(e => e.People.Length) + Exceptions.Select(e => e.People.Length).DefaultIfEmpty().Max();
    }

    internal ZoneClock Clock { get; }

    internal PeopleIndex People { get; }

    internal DutyLayer[] Layers { get; }

    /// <summary>The weakest first.</summary>
    internal DutyException[] Exceptions { get; }

    internal StretchIndex ExceptionIndex { get; }

    internal IReadOnlyDictionary<Category, IReadOnlyList<SkillId>> CategorySkills { get; }

    /// <summary>No instant has more people on duty.</summary>
    internal int MostAtOnce { get; }

    private static IEnumerable<PersonId> Named(ScheduleDefinition definition)
        => definition.Layers.SelectMany(layer => layer.Rotation.Participants.Concat(layer.Rotation.Groups.SelectMany(group => group)))
            .Concat(definition.Overrides.SelectMany(one => new[] { one.Person, one.Replaces }).OfType<PersonId>())
            .Concat(definition.Plans.SelectMany(plan => plan.Shifts).Select(shift => shift.Person))
            .Concat(definition.Swaps.SelectMany(swap => new[] { swap.Requester, swap.Taker }).OfType<PersonId>());
}
