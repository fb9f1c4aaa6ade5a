using SocialOps.OnCall;
using SocialOps.People;

namespace SocialOps.Definitions.Validation;

/// <summary>On-call schedules: the zone and the references with what may be meant, then all that makes a schedule compile.</summary>
internal static class ScheduleRules
{
    public static void Check(AgencyDefinition agency, Names names, Findings findings)
    {
        // Who cannot be reached is said once, where the person is defined.
        var people = agency.People.GroupBy(p => p.Id).ToDictionary(g => g.Key, g => Reachable(g.First()));
        foreach (var schedule in agency.Schedules)
        {
            var path = $"schedules[{schedule.Id}]";
            ZoneRules.Check($"{path}.zone", schedule.Zone, findings);
            foreach (var layer in schedule.Layers)
            {
                CheckLayer($"{path}.layers[{layer.Name}]", layer, names, findings);
            }

            foreach (var shift in schedule.Overrides)
            {
                CheckOverride($"{path}.overrides[{shift.Id}]", shift, names, findings);
            }

            CheckExtras(path, schedule, names, findings);
            findings.Take(path, OnCallSchedule.Validate(schedule, people));
        }
    }

    private static void CheckLayer(string path, ScheduleLayer layer, Names names, Findings findings)
    {
        findings.RequireText($"{path}.name", layer.Name, "the layer's name");
        Require($"{path}.rotation.participants", layer.Rotation.Participants, names, findings);
        for (var i = 0; i < layer.Rotation.Groups.Count; i++)
        {
            Require($"{path}.rotation.groups[{i}]", layer.Rotation.Groups[i], names, findings);
        }

        for (var i = 0; i < layer.Restrictions.Count; i++)
        {
            if (layer.Restrictions[i].Days.Count == 0)
            {
                findings.Error($"{path}.restrictions[{i}]", "the hours name no weekday, so they never hold; name at least one.");
            }
        }
    }

    private static void CheckOverride(string path, ShiftOverride shift, Names names, Findings findings)
    {
        findings.RequireId(path, shift.Id);
        names.People.RequireIfAny($"{path}.person", shift.Person?.Value, findings);
        names.People.RequireIfAny($"{path}.replaces", shift.Replaces?.Value, findings);
        names.Clients.RequireIfAny($"{path}.client", shift.Client?.Value, findings);
        if (shift.Kind == OverrideKind.Replace && shift.Person is { } person && person == shift.Replaces)
        {
            findings.Error($"{path}.replaces", $"'{person}' cannot stand in for themselves; name somebody else.");
        }
    }

    private static void CheckExtras(string path, ScheduleDefinition schedule, Names names, Findings findings)
    {
        foreach (var plan in schedule.Plans)
        {
            findings.RequireId($"{path}.plans[{plan.Id}]", plan.Id);
            for (var i = 0; i < plan.Shifts.Count; i++)
            {
                names.People.Require($"{path}.plans[{plan.Id}].shifts[{i}].person", plan.Shifts[i].Person.Value, findings);
            }
        }

        foreach (var swap in schedule.Swaps)
        {
            names.People.Require($"{path}.swaps[{swap.Id}].requester", swap.Requester.Value, findings);
            names.People.RequireIfAny($"{path}.swaps[{swap.Id}].taker", swap.Taker?.Value, findings);
        }
    }

    private static void Require(string path, IReadOnlyList<PersonId> people, Names names, Findings findings)
    {
        for (var i = 0; i < people.Count; i++)
        {
            names.People.Require($"{path}[{i}]", people[i].Value, findings);
        }
    }

    private static PersonDefinition Reachable(PersonDefinition person)
        => person.Contacts.Count > 0 ? person : person with { Contacts = [new("none", "none")] };
}
