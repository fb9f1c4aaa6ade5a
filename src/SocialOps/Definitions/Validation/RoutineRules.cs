using NodaTime;
using SocialOps.Time;

namespace SocialOps.Definitions.Validation;

/// <summary>What a routine must be like to be taken in.</summary>
internal static class RoutineRules
{
    /// <summary>Those of the agency's definitions.</summary>
    public static void Check(AgencyDefinition agency, Findings findings)
    {
        _ = Register.Of("routine", "routines", agency.Routines.Select(r => r.Id.Value), findings);
        foreach (var routine in agency.Routines)
        {
            findings.Take($"routines[{routine.Id}]", Check(routine, agency));
        }
    }

    /// <summary>Every fault at once.</summary>
    public static IEnumerable<Finding> Check(RoutineDefinition routine, AgencyDefinition agency)
    {
        if (string.IsNullOrWhiteSpace(routine.Id.Value) || string.IsNullOrWhiteSpace(routine.Name))
        {
            yield return Finding.Error("routine", $"'{routine.Id}' ('{routine.Name}') needs an id and a name.");
        }

        foreach (var person in new[] { routine.Owner, routine.Deputy ?? routine.Owner }.Distinct().Where(p => agency.People.All(known => known.Id != p)))
        {
            yield return Finding.Error("owner", $"'{person}' is nobody of the agency. Name one of its people.");
        }

        if (routine.Client is { } client && agency.Clients.All(c => c.Id != client))
        {
            yield return Finding.Error("client", $"'{client}' is no client of the agency.");
        }

        if (TimeZones.Find(routine.Cadence.Zone) is null)
        {
            yield return Finding.Error("cadence.zone", $"'{routine.Cadence.Zone}' is no IANA time zone. Write e.g. Europe/Berlin.");
        }

        if (routine.Cadence.Every < 1)
        {
            yield return Finding.Error("cadence.every", $"{routine.Cadence.Every} is no distance. Write 1 or more.");
        }

        if (routine.Within <= Duration.Zero)
        {
            yield return Finding.Error("within", $"{routine.Within} leaves no time. Write how long it may take until it is late.");
        }

        foreach (var twice in routine.Checklist.GroupBy(c => c).Where(g => g.Count() > 1 || string.IsNullOrWhiteSpace(g.Key)))
        {
            yield return Finding.Error("checklist", $"'{twice.Key}' is there {twice.Count()} times, or says nothing. Write each thing once.");
        }
    }
}
