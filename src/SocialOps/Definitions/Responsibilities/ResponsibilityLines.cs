using NodaTime;
using SocialOps.Content;
using SocialOps.ServicePackages;

namespace SocialOps.Definitions;

/// <summary>Finds the line of the matrix that holds: the agreement's before the model's before the package's; within one the narrowest, then the one since the latest day, then the last written.</summary>
internal static class ResponsibilityLines
{
    public static (Responsibility Line, ResponsibilitySource Source) Find(AgreementDefinition agreement, PackageDefinition package, ResponsibilityQuestion question, LocalDate on, List<string>? steps = null)
    {
        var model = agreement.ModelOn(on);
        return Among(agreement.Responsibilities, ResponsibilitySource.Agreement)
            ?? Among(model is { } one ? CollaborationPresets.Of(one).Responsibilities : [], ResponsibilitySource.Collaboration)
            ?? Among(package.Responsibilities, ResponsibilitySource.Package)
            ?? Otherwise(package, question, steps);

        (Responsibility, ResponsibilitySource)? Among(IReadOnlyList<Responsibility> lines, ResponsibilitySource source)
        {
            Responsibility? best = null;
            foreach (var line in lines.Where(l => l.Activity == question.Activity))
            {
                if (line.WhyNot(question.Kind, question.Phase, on) is { } reason)
                {
                    steps?.Add($"{Name(source)}: not {line.Owner}, {reason}");
                }
                else if (best is null || line.Narrowness.CompareTo(best.Narrowness) >= 0)
                {
                    best = line;
                }
            }

            if (best is null)
            {
                return null;
            }

            steps?.Add($"{Name(source)}{(source == ResponsibilitySource.Collaboration ? $" {model}" : "")}: {best.Owner}");
            return (best, source);
        }
    }

    private static (Responsibility, ResponsibilitySource) Otherwise(PackageDefinition package, ResponsibilityQuestion question, List<string>? steps)
    {
        if (package.FindEntitlement(question.Activity, question.Kind) is { } entitlement)
        {
            Party party = entitlement.Class == ServiceClass.Excluded ? new Party.ClientSide() : new Party.AgencyDuty();
            steps?.Add($"package '{package.Id}': {question.Activity} is {(entitlement.Class == ServiceClass.Goodwill ? "goodwill" : entitlement.Class == ServiceClass.Excluded ? "excluded" : "included")}, so {party}");
            return (new(question.Activity, party), ResponsibilitySource.Entitlement);
        }

        if (question.Activity == Activities.CommunityManagement && package.Engagement == EngagementOwner.Client)
        {
            steps?.Add($"package '{package.Id}': the client answers comments");
            return (new(question.Activity, new Party.ClientSide()), ResponsibilitySource.Entitlement);
        }

        Party usual = question.Kind == ContentKind.ClientStory && (question.Activity == Activities.Research || question.Activity == Activities.Design) ? new Party.ClientSide() : new Party.AgencyDuty();
        steps?.Add(usual is Party.ClientSide ? "usual: of the client's own everyday life only the client has facts and pictures" : "usual: nothing else is written, so the agency");
        return (new(question.Activity, usual), ResponsibilitySource.Usual);
    }

    private static string Name(ResponsibilitySource source) => source switch
    {
        ResponsibilitySource.Agreement => "agreement",
        ResponsibilitySource.Collaboration => "collaboration model",
        _ => "package",
    };
}
