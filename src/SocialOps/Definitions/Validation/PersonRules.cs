using SocialOps.People;

namespace SocialOps.Definitions.Validation;

/// <summary>People: zone, contacts, deputies, absences.</summary>
internal static class PersonRules
{
    public static void Check(AgencyDefinition agency, Names names, Findings findings)
    {
        foreach (var person in agency.People)
        {
            var path = $"people[{person.Id}]";
            findings.RequireText($"{path}.name", person.Name, "the name that people read");
            ZoneRules.Check($"{path}.zone", person.Zone, findings);
            if (person.Contacts.Count == 0)
            {
                findings.Error($"{path}.contacts", $"'{person.Id}' cannot be reached; write at least one contact, e.g. a mail address.");
            }

            ContactRules.Check($"{path}.contacts", person.Contacts, findings);
            CheckDeputies(path, person, names, findings);
            CheckAbsences(path, person, names, findings);
            DutyRules.Check(path, person, names, findings);
            for (var i = 0; i < person.Trainings.Count; i++)
            {
                findings.Take($"{path}.trainings[{i}]", TrainingRules.Check(person.Trainings[i]));
            }
        }

        DeputyRings.Check(agency.People, findings);
    }

    private static void CheckDeputies(string path, PersonDefinition person, Names names, Findings findings)
    {
        for (var i = 0; i < person.Deputies.Count; i++)
        {
            CheckDeputy($"{path}.deputies[{i}]", person, person.Deputies[i], names, findings);
        }

        findings.RequireDistinct($"{path}.deputies", person.Deputies.Select(d => d.Value), "the second place has no effect.");
    }

    private static void CheckAbsences(string path, PersonDefinition person, Names names, Findings findings)
    {
        for (var i = 0; i < person.Absences.Count; i++)
        {
            var absence = person.Absences[i];
            if (absence.LastOn < absence.FirstOn)
            {
                findings.Error($"{path}.absences[{i}]", FormattableString.Invariant($"the absence ends on {absence.LastOn:uuuu-MM-dd}, before it begins on {absence.FirstOn:uuuu-MM-dd}; exchange the two days."));
            }

            if (absence.Deputy is { } deputy)
            {
                CheckDeputy($"{path}.absences[{i}].deputy", person, deputy, names, findings);
            }

            foreach (var (client, standIn) in absence.ClientDeputies)
            {
                names.Clients.Require($"{path}.absences[{i}].clientDeputies[{client}]", client.Value, findings);
                CheckDeputy($"{path}.absences[{i}].clientDeputies[{client}]", person, standIn, names, findings);
            }
        }
    }

    public static void CheckDeputy(string path, PersonDefinition person, PersonId deputy, Names names, Findings findings)
    {
        if (deputy == person.Id)
        {
            findings.Error(path, $"'{deputy}' cannot stand in for themselves; name somebody else.");
        }
        else
        {
            names.People.Require(path, deputy.Value, findings);
        }
    }
}
