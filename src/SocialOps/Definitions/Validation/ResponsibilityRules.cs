using SocialOps.ServicePackages;

namespace SocialOps.Definitions.Validation;

/// <summary>Lines of the responsibility matrix: activities and people that exist, days in order, control by somebody else (requirement 1.2).</summary>
internal static class ResponsibilityRules
{
    public static void Check(string path, IReadOnlyList<Responsibility> lines, IReadOnlyList<string>? contacts, IReadOnlyList<string>? phases, Names names, Findings findings)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var (place, line) = ($"{path}[{i}]", lines[i]);
            names.Activities.Require($"{place}.activity", line.Activity.Value, findings);
            CheckParty($"{place}.owner", line.Owner, contacts, names, findings);
            CheckParty($"{place}.control", line.Control, contacts, names, findings);
            CheckParty($"{place}.deputy", line.Deputy, contacts, names, findings);
            if (line.Control is Party.NamedPerson && line.Control == line.Owner)
            {
                findings.Warning($"{place}.control", $"'{line.Control}' looks at their own work; name somebody else.");
            }

            if (line.Deputy is Party.NamedPerson && line.Deputy == line.Owner)
            {
                findings.Error($"{place}.deputy", $"'{line.Deputy}' cannot stand in for themselves; name somebody else.");
            }

            if (line.FromOn is { } from && line.UntilOn is { } until && until <= from)
            {
                findings.Error($"{place}.untilOn", $"the line ends on {until:uuuu-MM-dd} and begins on {from:uuuu-MM-dd}; write a later day.");
            }

            if (line.Phase is { } phase && phases?.Contains(phase) == false)
            {
                findings.Error($"{place}.phase", $"there is no phase '{phase}'; {(phases.Count == 0 ? "the agreement has none." : $"there are: {string.Join(", ", phases)}.")}");
            }
        }
    }

    private static void CheckParty(string path, Party? party, IReadOnlyList<string>? contacts, Names names, Findings findings)
    {
        if (party is Party.NamedPerson named)
        {
            names.People.Require(path, named.Person.Value, findings);
        }
        else if (party is Party.ClientSide { Contact: { } contact } && contacts?.Contains(contact) == false)
        {
            findings.Error(path, $"the client has no contact '{contact}'; {(contacts.Count == 0 ? "it has none." : $"it has: {string.Join(", ", contacts)}.")}");
        }
    }
}
