using System.Text.RegularExpressions;

namespace SocialOps.Architecture.Tests;

/// <summary>The page on reliability names tests: each exists, and no fault is passed over in silence.</summary>
public sealed partial class ReliabilityPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "reliability.md"));

    public static TheoryData<string> Tests() => [.. Named().Matches(Page).Select(m => m.Value).Distinct()];

    [Theory]
    [MemberData(nameof(Tests))]
    public void Test_NamedOnThePage_Exists(string test)
    {
        var (type, method) = (test.Split('.')[0], test.Split('.')[1]);
        var sources = new[] { "tests", Path.Combine("src", "SocialOps.Testing") }
            .SelectMany(f => Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, f), "*.cs", SearchOption.AllDirectories))
            .Select(File.ReadAllText).Where(s => Regex.IsMatch(s, $@"class {type}\b"));

        sources.Should().Contain(s => Regex.IsMatch(s, $@" {method}\("), "the page says that it shows something");
    }

    [Fact]
    public void Rows_OfTheFaults_AreAllThereWithATestOrWhatIsMissing()
    {
        var rows = Row().Matches(Page);

        rows.Select(r => r.Groups["number"].Value).Should().Equal(Enumerable.Range(1, 33).Select(n => $"{n}"));
        rows.Should().OnlyContain(r => Named().IsMatch(r.Value) || IsMissing().IsMatch(r.Value));
    }

    [GeneratedRegex(@"(?<=`)\w+(Tests|Cases)\.\w+_\w+(?=`)")]
    private static partial Regex Named();

    [GeneratedRegex(@"\b[Oo]pen\b|with (approvals|HTTP|mail)|\bkills\b")]
    private static partial Regex IsMissing();

    [GeneratedRegex(@"^\| F(?<number>\d+) .*\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
