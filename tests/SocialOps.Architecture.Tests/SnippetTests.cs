using System.Text.RegularExpressions;

namespace SocialOps.Architecture.Tests;

/// <summary>Code in the docs is code that compiles: each snippet equals the marked lines of a sample or a test.</summary>
public sealed partial class SnippetTests
{
    public static TheoryData<string, string> Snippets()
    {
        var data = new TheoryData<string, string>();
        foreach (var file in Directory.EnumerateFiles(RepositoryRoot.Path, "*.md", SearchOption.TopDirectoryOnly).Concat(Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "docs"), "*.md", SearchOption.AllDirectories)))
        {
            foreach (Match match in InDocs().Matches(File.ReadAllText(file)))
            {
                data.Add(Path.GetRelativePath(RepositoryRoot.Path, file), match.Groups["name"].Value);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Snippets))]
    public void Snippet_InTheDocs_EqualsTheCompiledOne(string document, string name)
    {
        var shown = InDocs().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, document))).Single(m => m.Groups["name"].Value == name).Groups["code"].Value;

        var compiled = CompiledSnippets().Where(s => s.Name == name).Select(s => s.Code).ToList();

        compiled.Should().ContainSingle("the snippet '{0}' of {1} stands once in a sample or a test", name, document).Which.Should().Be(shown.TrimEnd());
    }

    /// <summary>docs/concepts/time.md is compared with its own tests (TimeDocumentTests).</summary>
    [Fact]
    public void Block_InTheDocs_IsASnippet()
    {
        var loose =
            from file in Directory.EnumerateFiles(RepositoryRoot.Path, "*.md", SearchOption.TopDirectoryOnly).Concat(Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "docs"), "*.md", SearchOption.AllDirectories))
            where Path.GetFileName(file) != "time.md"
            let text = File.ReadAllText(file)
            let count = Block().Count(text) - InDocs().Count(text)
            where count > 0
            select $"{Path.GetRelativePath(RepositoryRoot.Path, file)}: {count}";

        loose.Should().BeEmpty("code that nothing compiles goes stale: put '<!-- snippet: name -->' before it and mark the lines in a sample or a test");
    }

    private static IEnumerable<(string Name, string Code)> CompiledSnippets()
        => from folder in new[] { "samples", "tests" }
           from file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), "*.cs", SearchOption.AllDirectories)
           where !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
           from match in InCode().Matches(File.ReadAllText(file))
           select (match.Groups["name"].Value, Unindent(match.Groups["code"].Value));

    private static string Unindent(string code)
    {
        var lines = code.TrimEnd().Split('\n');
        var indent = lines.Where(l => l.Trim().Length > 0).Min(l => l.Length - l.TrimStart().Length);
        return string.Join('\n', lines.Select(l => l.Length >= indent ? l[indent..] : l.TrimStart()));
    }

    [GeneratedRegex(@"^\s*```(csharp|cs|c#)\b", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Block();

    [GeneratedRegex(@"<!-- snippet: (?<name>[\w-]+) -->\r?\n```csharp\r?\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex InDocs();

    [GeneratedRegex(@"// snippet: (?<name>[\w-]+)\r?\n(?<code>.*?)\n[ \t]*// end snippet", RegexOptions.Singleline)]
    private static partial Regex InCode();
}
