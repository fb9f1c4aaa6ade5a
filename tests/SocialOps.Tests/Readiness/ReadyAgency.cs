using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.Guidelines;
using SocialOps.People;
using SocialOps.Readiness;
using SocialOps.Responses;
using SocialOps.ServicePackages;

namespace SocialOps.Tests.Readiness;

/// <summary>The small agency, with everything that must hold before an agreement goes live; to be spoilt in one place.</summary>
internal static class ReadyAgency
{
    public static AgencyDefinition Create()
    {
        var agency = TestAgency.Create();
        return agency with
        {
            People = [.. agency.People.Select(p => p with { Roles = [PersonRole.Author, PersonRole.Approver, PersonRole.Publisher, PersonRole.DutyManager] })],
            Packages = [agency.Packages[0] with { Approval = ApprovalPreset.AgencyThenClient }, agency.Packages[1] with { Approval = ApprovalPreset.Client }],
            Policies = [agency.Policies[0] with { Patterns = [.. agency.Policies[0].Patterns, .. Assigned(Category.SafetyEmergency, Category.HateOrThreat, Category.LegalOrPress, Category.Insult)] }],
            Guidelines = [new() { Id = new("netiquette"), Name = "Netiquette", Sections = [new("respect", GuidelineSectionKind.Netiquette, new Dictionary<string, string> { ["en"] = "Be kind." })] }],
            Clients = [.. agency.Clients.Select(c => c with
            {
                Contacts = [c.Contacts[0] with { Contacts = [new("phone", "+49 40 5550 0100"), new("mail", $"owner@{c.Id}.example")] }],
                Strategy = new() { Goals = ["Ten more bookings a month"], TargetGroups = ["Commuters"], Guideline = "netiquette", Brand = "Short and friendly", ChannelReasons = new Dictionary<string, string> { ["x"] = "They complain there" } },
            })],
        };
    }

    public static AgencyDefinition WithClient(Func<ClientDefinition, ClientDefinition> change)
    {
        var agency = Create();
        return agency with { Clients = [change(agency.Clients[0]), agency.Clients[1]] };
    }

    public static ReadinessReport Check(AgencyDefinition agency, Func<ReadinessFacts, ReadinessFacts>? change = null)
    {
        var snapshot = new AgencySnapshot(agency, 1);
        var facts = new ReadinessFacts { Agency = snapshot, Client = snapshot.FindClient(TestAgency.Shop)!, Now = TestAgency.Friday, HealthOf = _ => new(true) };
        return ReadinessChecks.Run(change?.Invoke(facts) ?? facts);
    }

    private static IEnumerable<ActionPattern> Assigned(params Category[] categories) => categories.Select(c => new ActionPattern(c, [new ActionStep(ActionKind.Assign)]));
}
