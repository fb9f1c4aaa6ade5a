using NodaTime;
using SocialOps.OnCall;
using SocialOps.People;
using SocialOps.Time;

namespace SocialOps.Tests.OnCall;

/// <summary>Schedules of every shape, each from a seed, around a given local time.</summary>
internal sealed class RandomSchedules(int seed)
{
    private static readonly string[] Zones = ["Europe/Berlin", "America/Sao_Paulo", "America/Havana", "Africa/Cairo", "Asia/Beirut", "Pacific/Apia", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kathmandu", "Antarctica/Troll", "Europe/Dublin", "America/St_Johns", "Etc/UTC", "Pacific/Kwajalein"];
    private static readonly PersonId[] Everybody = A.Ids("ann", "ben", "cem", "dan", "eve", "fay", "gone");
    private readonly Random random = new(seed);

    internal static string AnyZone(int seed) => Zones[seed % Zones.Length];

    internal Dictionary<PersonId, PersonDefinition> People(LocalDate around) => Everybody.SkipLast(1).Select(id => new PersonDefinition
    {
        Id = id,
        Name = id.Value,
        Zone = Zones[random.Next(Zones.Length)],
        Contacts = Chance(12) ? [] : [new("mail", id.Value)],
        Deputies = [.. Pick(random.Next(3))],
        Languages = Chance(3) ? ["de"] : [],
        ClientWalls = Chance(4) ? [new("acme")] : [],
        Absences = Chance(2) ? [Absence(around), Absence(around)] : [],
        TimedAbsences = Chance(4) ? [new(Near(around, out var hours), Near(around, out _) + Duration.FromHours(30 + hours), Chance(2) ? One() : null)] : [],
    }).ToDictionary(p => p.Id);

    internal ScheduleDefinition Schedule(string zone, LocalDateTime around) => new()
    {
        Id = new("random"),
        Zone = zone,
        Layers = [.. Enumerable.Range(0, random.Next(4)).Select(i => Layer("layer" + i, around))],
        Overrides = [.. Enumerable.Range(0, random.Next(5)).Select(i => Override("o" + i, around))],
        Swaps = Chance(3) ? [new("swap", One(), One(), around.PlusHours(-20), around.PlusHours(random.Next(1, 60)), Chance(4) ? SwapState.Open : SwapState.Accepted)] : [],
        Plans = Chance(4) ? [Plan(around)] : [],
    };

    private ScheduleLayer Layer(string name, LocalDateTime around)
    {
        var participantHours = Chance(6);
        var restrictions = Chance(2) ? [] : Enumerable.Range(0, random.Next(1, 3)).Select(_ => Restriction(participantHours)).ToArray();
        var unit = (RotationUnit)random.Next(4);
        return new()
        {
            Name = name,
            Mode = Chance(3) ? LayerMode.Together : LayerMode.Exclusive,
            Restrictions = restrictions,
            EffectiveFrom = Chance(6) ? Near(around.Date, out _) : null,
            Rotation = new()
            {
                Participants = Chance(4) ? [] : [.. Pick(random.Next(1, 5))],
                Unit = unit,
                Length = random.Next(1, 4),
                Lengths = Chance(4) ? [4, 3] : [],
                Anchor = around.PlusHours(random.Next(-400, 200)).PlusMinutes(random.Next(4) * 15),
                Consumption = Chance(2) && !participantHours ? TurnConsumption.ActiveWindowsOnly : TurnConsumption.Calendar,
            },
        };
    }

    internal ScheduleDefinition WithOddities(ScheduleDefinition schedule) => schedule with
    {
        Layers = [.. schedule.Layers.Select(layer => layer with
        {
            Rotation = layer.Rotation switch
            {
                { Participants.Count: 0 } when Chance(2) => layer.Rotation with { Groups = [[.. Pick(2)], [.. Pick(2)], [.. Pick(1)]] },
                { Consumption: TurnConsumption.Calendar, Unit: not RotationUnit.Month } when Chance(3) => layer.Rotation with { Clock = TurnClock.Elapsed },
                var other => other,
            },
        })],
    };

    internal DutyRequirement? Need() => random.Next(4) switch { 0 => new() { Client = new("acme") }, 1 => new() { Language = "fr" }, _ => null };

    private TimeRestriction Restriction(bool participant)
        => new([.. Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None && !Chance(3))], new OpeningWindow(Quarter(), Quarter()))
        {
            Zone = participant ? RestrictionZone.Participant : RestrictionZone.Schedule,
        };

    private ShiftOverride Override(string id, LocalDateTime around)
    {
        var kind = (OverrideKind)random.Next(4);
        var from = around.PlusMinutes(15 * random.Next(-200, 100));
        return new(id, kind, from, from.PlusMinutes(15 * random.Next(1, 200)), kind == OverrideKind.Remove && Chance(2) ? null : One(), kind == OverrideKind.Replace ? One() : null)
        {
            Priority = 100 * random.Next(1, 4),
            Client = Chance(4) ? new("acme") : null,
        };
    }

    private TemporaryPlan Plan(LocalDateTime around)
        => new("plan", around.PlusHours(-10), around.PlusHours(20), [new(around.PlusHours(-8), around.PlusHours(2), One()), new(around, around.PlusHours(12), One())], Chance(2) ? PlanHoles.Gap : PlanHoles.Layers);

    private Absence Absence(LocalDate around)
    {
        var first = around.PlusDays(random.Next(-6, 5));
        return new(first, first.PlusDays(random.Next(4)), Chance(2) ? One() : null)
        {
            State = Chance(5) ? AbsenceState.Requested : AbsenceState.Approved,
            ClientDeputies = Chance(4) ? new Dictionary<ClientId, PersonId> { [new("acme")] = One() } : new Dictionary<ClientId, PersonId>(),
        };
    }

    private Instant Near(LocalDate around, out int hours) => around.AtMidnight().InUtc().ToInstant() + Duration.FromHours(hours = random.Next(-60, 60));

    private LocalTime Quarter() => LocalTime.FromSecondsSinceMidnight(900 * random.Next(96));

    private PersonId One() => Everybody[random.Next(Everybody.Length)];

    private IEnumerable<PersonId> Pick(int count) => Enumerable.Range(0, count).Select(_ => One());

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;
}
