using SocialOps.Channels;
using SocialOps.OnCall;
using SocialOps.People;
using SocialOps.ServicePackages;

namespace SocialOps.Readiness.Checks;

/// <summary>Who may have to do an activity, and whether they can.</summary>
internal static class Staffing
{
    /// <summary>The built-in activities and the agency's own that the package speaks of.</summary>
    public static IEnumerable<ActivityId> ActivitiesOf(ReadinessFacts facts)
    {
        var package = facts.Agency.GetPackage(facts.Client.Agreement.Package);
        return Activities.Catalogue.Concat(package.Entitlements.Select(e => e.Activity)).Concat(facts.Client.Agreement.Responsibilities.Select(r => r.Activity)).Distinct();
    }

    /// <summary>The named owner, or everybody who takes turns on the client's schedule.</summary>
    public static IReadOnlyList<PersonDefinition> OwnersOf(ReadinessFacts facts, Responsibility line)
    {
        IEnumerable<PersonId> ids = line.Owner is Party.NamedPerson named
            ? [named.Person]
            : facts.Agency.GetSchedule(facts.Client.Agreement.Schedule).Definition.Layers.SelectMany(l => l.Rotation.Participants.Concat(l.Rotation.Groups.SelectMany(g => g)));
        return [.. ids.Distinct().Where(facts.Agency.People.ContainsKey).Select(id => facts.Agency.People[id])];
    }

    /// <summary>Why a person cannot do an activity for the client; <see langword="null"/> when they can.</summary>
    public static string? WhyUnable(ReadinessFacts facts, ActivityId activity, PersonDefinition person)
    {
        var needed = facts.Agency.RequirementOf(activity);
        var network = facts.Client.Accounts.Select(a => Networks.Canonical(a.Network)).FirstOrDefault(n => person.Networks.Count > 0 && person.Networks.All(p => Networks.Canonical(p) != n));
        return person.ClientWalls.Contains(facts.Client.Id) ? $"must not work for {facts.Client.Id}"
            : person.Clients.Count > 0 && !person.Clients.Contains(facts.Client.Id) ? $"is not briefed for {facts.Client.Id}"
            : person.MissingBriefing(facts.Client.Id, facts.Now) is { } version ? $"has not confirmed version {version} of the briefing of {facts.Client.Id}"
            : person.Contacts.Count == 0 ? "cannot be reached"
            : needed.Role is { } role && !person.Roles.Contains(role) ? $"lacks the role {role}"
            : needed.Skills.FirstOrDefault(s => !person.HasSkill(s, facts.Now)) is { Value: not null } skill ? $"lacks the skill {skill}"
            : network is not null ? $"does not work on {network}"
            : null;
    }
}
