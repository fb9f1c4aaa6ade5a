using SocialOps.People;

namespace SocialOps.Definitions.Validation;

/// <summary>What limits a person's duty: hours away, clients, networks.</summary>
internal static class DutyRules
{
    public static void Check(string path, PersonDefinition person, Names names, Findings findings)
    {
        for (var i = 0; i < person.TimedAbsences.Count; i++)
        {
            var absence = person.TimedAbsences[i];
            if (absence.Until <= absence.From)
            {
                findings.Error($"{path}.timedAbsences[{i}]", $"the absence ends at {absence.Until}, not after its beginning {absence.From}; exchange the two.");
            }

            if (absence.Deputy is { } deputy)
            {
                PersonRules.CheckDeputy($"{path}.timedAbsences[{i}].deputy", person, deputy, names, findings);
            }
        }

        RequireClients($"{path}.clients", person.Clients, names, findings);
        RequireClients($"{path}.clientWalls", person.ClientWalls, names, findings);
        for (var i = 0; i < person.Networks.Count; i++)
        {
            NetworkRules.Check($"{path}.networks[{i}]", person.Networks[i], findings);
        }

        if (person.MaxClients < 1)
        {
            findings.Error($"{path}.maxClients", $"'{person.Id}' could be on duty for no client; write 1 or more, or take the limit out.");
        }
    }

    private static void RequireClients(string path, IReadOnlyList<ClientId> clients, Names names, Findings findings)
    {
        for (var i = 0; i < clients.Count; i++)
        {
            names.Clients.Require($"{path}[{i}]", clients[i].Value, findings);
        }
    }
}
