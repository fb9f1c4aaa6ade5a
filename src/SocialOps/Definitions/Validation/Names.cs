namespace SocialOps.Definitions.Validation;

/// <summary>Every id that the agency defines, by kind.</summary>
internal sealed class Names(AgencyDefinition agency, Findings findings)
{
    public Register People { get; } = Register.Of("person", "people", agency.People.Select(p => p.Id.Value), findings);

    public Register Calendars { get; } = Register.Of("calendar", "calendars", agency.Calendars.Select(c => c.Id.Value), findings);

    public Register Schedules { get; } = Register.Of("schedule", "schedules", agency.Schedules.Select(s => s.Id.Value), findings);

    public Register Escalations { get; } = Register.Of("escalation", "escalations", agency.Escalations.Select(e => e.Id.Value), findings);

    /// <summary>The built-in activities and the agency's own.</summary>
    public Register Activities { get; } = Register.Of("activity", "activities", [.. agency.Activities.Select(a => a.Id.Value), .. ServicePackages.Activities.Catalogue.Where(b => agency.Activities.All(a => a.Id != b)).Select(b => b.Value)], findings);

    public Register Packages { get; } = Register.Of("package", "packages", agency.Packages.Select(p => p.Id.Value), findings);

    public Register Policies { get; } = Register.Of("policy", "policies", agency.Policies.Select(p => p.Id.Value), findings);

    public Register Replies { get; } = Register.Of("reply", "replies", agency.Replies.Select(r => r.Id.Value), findings);

    public Register Guidelines { get; } = Register.Of("guideline", "guidelines", agency.Guidelines.Select(g => g.Id.Value), findings);

    public Register Clients { get; } = Register.Of("client", "clients", agency.Clients.Select(c => c.Id.Value), findings);
}
