namespace SocialOps.AgencyFiles.Tests.Mistakes;

/// <summary>One mistake put into the small agency.</summary>
internal static class Mistake
{
    /// <summary>The findings, after one place of the file was written wrongly.</summary>
    public static IEnumerable<string> Of(string right, string wrong)
    {
        var at = SmallAgency.Yaml.IndexOf(right, StringComparison.Ordinal);
        at.Should().BeGreaterThanOrEqualTo(0, "'{0}' stands in the small agency", right);
        return AgencyFile.Read(string.Concat(SmallAgency.Yaml.AsSpan(0, at), wrong, SmallAgency.Yaml.AsSpan(at + right.Length))).Findings.Select(f => f.ToString());
    }
}
