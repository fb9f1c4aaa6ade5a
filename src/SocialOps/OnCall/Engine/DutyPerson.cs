using NodaTime;
using SocialOps.People;

namespace SocialOps.OnCall.Engine;

/// <summary>A person as the evaluator sees one: absences as stretches of instants, deputies as numbers.</summary>
internal sealed class DutyPerson
{
    private static readonly Dictionary<ClientId, PersonId> Nobody = [];
    private readonly StretchIndex away;
    private readonly int[][] stepIns;
    private readonly string[] reasons;
    private readonly (ClientId Client, int Deputy)[][] clientStepIns;

    internal DutyPerson(int number, PersonId id, PersonDefinition? definition, IDateTimeZoneProvider zones, Func<PersonId, int> numberOf)
    {
        Number = number;
        Id = id;
        Definition = definition;
        Clock = ZoneClock.Of(definition is null ? DateTimeZone.Utc : zones.GetZoneOrNull(definition.Zone) ?? DateTimeZone.Utc);
        var absences = definition is null ? [] : Absences(definition, Clock.Zone).ToArray();
        away = absences.Length == 0 ? StretchIndex.Empty : new StretchIndex([.. absences.Select(a => (a.From, a.Until))]);
        reasons = [.. absences.Select(a => a.Reason)];
        stepIns = [.. absences.Select(a => a.Deputy is { } deputy ? new[] { numberOf(deputy) } : [])];
        clientStepIns = [.. absences.Select(a => a.ForClients.Select(pair => (pair.Key, numberOf(pair.Value))).ToArray())];
        Dated = DatedQualifications.Of(definition);
        Deputies = definition is null ? [] : [.. definition.Deputies.Select(numberOf)];
    }

    internal int Number { get; }

    internal PersonId Id { get; }

    internal PersonDefinition? Definition { get; }

    internal ZoneClock Clock { get; }

    internal int[] Deputies { get; }

    /// <summary>What the person can do only for a while.</summary>
    internal DatedQualifications Dated { get; }

    internal bool IsReachable => Definition is { Contacts.Count: > 0 };

    internal StretchIndex Away => away;

    /// <summary>The absences that hold at an instant; empty for none.</summary>
    internal ReadOnlySpan<int> AbsencesAt(long instant, scoped ref long until) => away.At(instant, ref until);

    internal string Reason(int absence) => reasons[absence];

    /// <summary>Who stands in for one absence: for the client first, then for all; -1 for nobody named.</summary>
    internal int StepIn(int absence, int choice, ClientId? client)
    {
        if (choice == 0)
        {
            foreach (var (named, deputy) in clientStepIns[absence])
            {
                if (named == client)
                {
                    return deputy;
                }
            }

            return -1;
        }

        return stepIns[absence] is [var one] ? one : -1;
    }

    private static IEnumerable<(long From, long Until, PersonId? Deputy, string Reason, IReadOnlyDictionary<ClientId, PersonId> ForClients)> Absences(PersonDefinition person, DateTimeZone zone)
    {
        foreach (var days in person.Absences.Where(a => a.State == AbsenceState.Approved))
        {
            var from = LocalTimes.Resolve(days.FirstOn.AtMidnight(), zone);
            var until = LocalTimes.Resolve(days.LastOn.PlusDays(1).AtMidnight(), zone);
            yield return (Ticks.Of(from), Ticks.Of(until), days.Deputy, days.Reason ?? "absent", days.ClientDeputies);
        }

        foreach (var stretch in person.TimedAbsences.Where(a => a.State == AbsenceState.Approved))
        {
            yield return (Ticks.Of(stretch.From), Ticks.Of(stretch.Until), stretch.Deputy, stretch.Reason ?? "absent", Nobody);
        }

        if (person.Status is { Kind: AvailabilityKind.Away } status)
        {
            yield return (Ticks.Of(status.From), Ticks.Of(status.Until), null, status.Note ?? "away", Nobody);
        }
    }
}
