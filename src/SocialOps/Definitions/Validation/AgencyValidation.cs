using SocialOps.Definitions.Validation;

namespace SocialOps.Definitions;

/// <summary>Checks an agency's definitions as a whole. Pure and thread-safe.</summary>
public static class AgencyValidation
{
    /// <summary>Everything that is wrong or doubtful, all at once: ids, references, time zones, hours, targets, rotations, and that whoever handles complaints can reach the client.</summary>
    /// <param name="agency">The definitions, built in C# or read from a file.</param>
    /// <returns>Errors and warnings in the order of the definitions; paths name the members in camel case, list items by id where they have one: <c>people[lena].deputies[0]</c>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="agency"/> is <see langword="null"/>.</exception>
    public static IReadOnlyList<Finding> Validate(AgencyDefinition agency)
    {
        ArgumentNullException.ThrowIfNull(agency);
        var findings = new Findings();
        findings.RequireText("name", agency.Name, "the agency's name");
        var names = new Names(agency, findings);
        PersonRules.Check(agency, names, findings);
        CalendarRules.Check(agency, findings);
        ScheduleRules.Check(agency, names, findings);
        EscalationRules.Check(agency, names, findings);
        ActivityRules.Check(agency, findings);
        PackageRules.Check(agency, names, findings);
        PolicyRules.Check(agency, names, findings);
        ReplyRules.Check(agency, names, findings);
        GuidelineRules.Check(agency, names, findings);
        ClientRules.Check(agency, names, findings);
        RoutineRules.Check(agency, findings);
        PlatformRules.Check(agency, names, findings);
        RetentionRules.Check(agency, findings);
        return findings.All;
    }
}
