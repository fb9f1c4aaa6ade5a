using SocialOps.Definitions;
using SocialOps.ServicePackages;

namespace SocialOps.Console.Desk;

/// <summary>What the command line names, found in the agency; a mistake is one finding that names what there is.</summary>
internal static class Named
{
    public static ClientDefinition Client(AgencyDefinition agency, string name)
        => agency.Clients.FirstOrDefault(c => c.Id.Value == name)
            ?? throw new InvalidDefinitionException([Finding.Error("--client", $"there is no client '{name}'; name one of {string.Join(", ", agency.Clients.Select(c => c.Id))}.")]);

    public static ActivityId Activity(AgencyDefinition agency, string name)
    {
        var known = Activities.Catalogue.Concat(agency.Activities.Select(a => a.Id)).ToList();
        return known.Contains(new(name)) ? new(name) : throw new InvalidDefinitionException([Finding.Error("--activity", $"there is no activity '{name}'; name one of {string.Join(", ", known)}.")]);
    }
}
