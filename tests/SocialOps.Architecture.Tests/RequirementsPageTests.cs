using System.Reflection;
using System.Text.RegularExpressions;

namespace SocialOps.Architecture.Tests;

/// <summary>The page on requirements: every row has a public member and a test that carries its number, or is open with a reason.</summary>
public sealed partial class RequirementsPageTests
{
    private static readonly (int Chapter, int Rows)[] Chapters = [(0, 21), (1, 18), (2, 22), (3, 10), (4, 22)];
    private static readonly List<Match> AllRows = Row().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "requirements.md"))).ToList();
    private static readonly Lazy<ILookup<string, Type>> PublicTypes = new(() => Assembly.Load("SocialOps").GetExportedTypes().ToLookup(t => t.Name.Split('`')[0]));
    private static readonly Lazy<HashSet<(string Id, string Test)>> Tagged = new(() => [.. TestSources().SelectMany(Tags)]);

    public static TheoryData<string, string, string> Done() => [.. AllRows.Where(r => !IsOpen(r)).Select(r => (r.Groups["id"].Value, r.Groups["member"].Value.Trim('`', ' '), r.Groups["test"].Value.Trim('`', ' ')))];

    [Fact]
    public void Rows_OfThePage_AreAllOfThem()
        => AllRows.Select(r => r.Groups["id"].Value).Should().Equal(Chapters.SelectMany(c => Enumerable.Range(1, c.Rows).Select(n => $"{c.Chapter}.{n}")));

    [Fact]
    public void Rows_ThatAreOpen_SayWhy()
        => AllRows.Where(IsOpen).Where(r => r.Groups["member"].Value.Trim().Length < "open: because".Length).Select(r => r.Groups["id"].Value).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Done))]
    public void Row_ThatIsDone_HasAPublicMemberAndATestThatCarriesIt(string id, string member, string test)
    {
        var parts = member.Split('.');
        var types = PublicTypes.Value[parts[0]].ToList();

        types.Should().NotBeEmpty("'{0}' of row {1} is a public type", parts[0], id);
        (parts.Length == 1 || types.Any(t => t.GetMember(parts[1]).Length > 0)).Should().BeTrue("'{0}' of row {1} is a public member", member, id);
        Tagged.Value.Should().Contain((id, test), "the test says so itself");
    }

    private static bool IsOpen(Match row) => row.Groups["member"].Value.Trim().StartsWith("open: ", StringComparison.Ordinal);

    private static IEnumerable<string> TestSources() => Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "tests"), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    /// <summary>Each test with the rows that it, or its class, carries.</summary>
    private static IEnumerable<(string Id, string Test)> Tags(string file)
    {
        var (type, ofType, pending) = ("", new List<string>(), new List<string>());
        foreach (var line in File.ReadLines(file))
        {
            pending.AddRange(Requirement().Matches(line).Select(m => m.Groups[1].Value));
            if (Class().Match(line) is { Success: true } named)
            {
                (type, ofType, pending) = (named.Groups[1].Value, pending, []);
            }
            else if (Method().Match(line) is { Success: true } method)
            {
                foreach (var id in pending.Concat(ofType))
                {
                    yield return (id, $"{type}.{method.Groups[1].Value}");
                }

                pending = [];
            }
        }
    }

    [GeneratedRegex(@"^\| (?<id>\d\.\d+) \| (?<what>[^|]*) \| (?<member>[^|]*) \|(?<test>[^|]*)\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\[Requirement\(""([^""]+)""\)\]")]
    private static partial Regex Requirement();

    [GeneratedRegex(@"^\s*public (?:sealed |static |abstract |partial )*class (\w+)")]
    private static partial Regex Class();

    [GeneratedRegex(@"^\s*public (?:static )?(?:async )?[\w<>?,. ]+ (\w+)\(")]
    private static partial Regex Method();
}
