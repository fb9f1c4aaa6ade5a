using System.Text.RegularExpressions;

namespace SocialOps.AgencyFiles.Tests;

/// <summary>The guide shows what the sample says, and tells the words that are read.</summary>
public sealed partial class GuideTests
{
    private static readonly string s_guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "guides", "agency-file.md"));

    [Fact]
    public void Guide_EveryYamlBlock_StandsInTheSample()
    {
        var sample = File.ReadAllText(Repository.Sample);
        var blocks = Block().Matches(s_guide).Select(m => m.Groups[1].Value).ToList();

        blocks.Should().HaveCountGreaterThan(9);
        blocks.Where(block => !sample.Contains(block, StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void Guide_EveryCategory_IsNamed()
        => Definitions.Words.Category.Words.Select(w => w.Text).Where(word => !s_guide.Contains($"`{word}`", StringComparison.Ordinal)).Should().BeEmpty();

    [Fact]
    public void Words_EveryCategory_HasOne() => Definitions.Words.Category.Words.Select(w => w.Value).Should().BeEquivalentTo(Enum.GetValues<Channels.Category>());

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
