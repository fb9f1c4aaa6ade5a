using SocialOps.Guidelines;

namespace SocialOps.Definitions.Validation;

/// <summary>Guidelines: something is written in each section, keys are distinct, and what strategies and policies name is there (requirement 1.4).</summary>
internal static class GuidelineRules
{
    public static void Check(AgencyDefinition agency, Names names, Findings findings)
    {
        foreach (var document in agency.Guidelines)
        {
            findings.Take($"guidelines[{document.Id}]", Check(document));
        }

        foreach (var client in agency.Clients)
        {
            if (client.Strategy?.Guideline is { } named && agency.Guidelines.Count > 0 && !names.Guidelines.Contains(named))
            {
                findings.Warning($"clients[{client.Id}].strategy.guideline", $"no guideline '{named}' is defined, so nothing of it can be cited{(Suggestion.Nearest(named, agency.Guidelines.Select(g => g.Id.Value)) is { } meant ? $"; did you mean '{meant}'?" : "; write it under guidelines.")}");
            }
        }
    }

    /// <summary>Every fault of one document at once.</summary>
    public static IEnumerable<Finding> Check(GuidelineDocument document)
    {
        if (string.IsNullOrWhiteSpace(document.Name))
        {
            yield return Finding.Error("name", "the text is empty; write the name that people read.");
        }

        if (document.Sections.Count == 0)
        {
            yield return Finding.Error("sections", "there is no section, so nothing can be cited; write one.");
        }

        foreach (var section in document.Sections)
        {
            var path = $"sections[{section.Key}]";
            if (!Identifier.IsWellFormed(section.Key))
            {
                yield return Finding.Error(path, $"'{section.Key}' is not a key: 1 to {Identifier.MaxLength} of A-Z, a-z, 0-9, '-', '_' and '.', beginning with a letter or digit.");
            }

            if (section.Texts.Count == 0 || section.Texts.Any(t => string.IsNullOrWhiteSpace(t.Value)))
            {
                yield return Finding.Error($"{path}.texts", "the text is empty; write what it says, by language: { de: ..., en: ... }.");
            }
        }

        foreach (var twice in document.Sections.GroupBy(s => s.Key, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return Finding.Error($"sections[{twice.Key}]", $"stands there {twice.Count()} times; give each section a key of its own.");
        }
    }

    /// <summary>What a policy's reason cites stands in the guidelines beside it; which version that is, is written down when the reason is used.</summary>
    public static void CheckReason(string path, string? reason, AgencyDefinition agency, Findings findings)
    {
        foreach (var citation in GuidelineCitation.FindIn(reason ?? ""))
        {
            if (agency.Guidelines.FirstOrDefault(g => g.Id == citation.Guideline) is not { } document)
            {
                if (citation.Version is not null)
                {
                    findings.Error(path, $"no guideline '{citation.Guideline}' is defined; write it under guidelines, or name one that is: {string.Join(", ", agency.Guidelines.Select(g => g.Id))}.");
                }
            }
            else if (citation.Version is not null)
            {
                findings.Error(path, $"'{citation}' names a version; write '{citation with { Version = null }}': the version that holds is written down when it is used.");
            }
            else if (document.FindSection(citation.Section) is null)
            {
                findings.Error(path, $"'{citation}': guideline '{document.Id}' has no section '{citation.Section}'; it has {string.Join(", ", document.Sections.Select(s => s.Key))}.");
            }
        }
    }
}
