using System.Text;

namespace SocialOps.AgencyFiles.Tests;

/// <summary>What is wrong before the YAML is: bytes, length, characters.</summary>
public sealed class FileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"agency-{Path.GetRandomFileName()}.yaml");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void ReadFile_WithByteOrderMark_ReadsIt()
    {
        File.WriteAllText(_path, SmallAgency.Yaml, new UTF8Encoding(true));

        AgencyFile.ReadFile(_path).Findings.Should().BeEmpty();
    }

    [Fact]
    public void ReadFile_WithWindowsLineEnds_ReadsIt()
    {
        File.WriteAllText(_path, SmallAgency.Yaml.ReplaceLineEndings("\r\n"));

        AgencyFile.ReadFile(_path).Findings.Should().BeEmpty();
    }

    [Fact]
    public void ReadFile_Utf16_SaysSo()
    {
        File.WriteAllText(_path, SmallAgency.Yaml, Encoding.Unicode);

        Texts().Should().Equal("(1,1): error: the file is UTF-16, not UTF-8; save it as UTF-8.");
    }

    [Fact]
    public void ReadFile_Latin1_NamesTheByteAndItsPlace()
    {
        File.WriteAllText(_path, "zone: UTC\nagency: Möwe\n", Encoding.Latin1);

        Texts().Should().Equal("(2,10): error: the byte 0xF6 is not UTF-8; save the file as UTF-8.");
    }

    [Fact]
    public void ReadFile_LongerThanFourMebibytes_IsRefusedUnread()
    {
        File.WriteAllText(_path, new string('#', 4 * 1024 * 1024 + 1));

        Texts().Should().Equal("(1,1): error: the file is longer than 4 MiB; an agency file is a few pages. Is it the right file?");
    }

    [Fact]
    public void ReadFile_EmptyFile_SaysHowToBegin()
    {
        File.WriteAllText(_path, "");

        Texts().Should().Equal("(1,1): error: the file is empty; begin it with 'agency: ' and the agency's name.");
    }

    [Fact]
    public void Read_LoneSurrogate_SaysWhere()
        => AgencyFile.Read("agency: \ud800").Findings.Select(f => f.ToString()).Should().Equal("(1,9): error: the character U+D800 cannot stand in a text; take it out.");

    [Fact]
    public void Read_AliasesThatWouldGrow_AreRefusedOneByOne()
    {
        var bomb = "a: &a [x, x]\n" + string.Concat(Enumerable.Range(1, 20).Select(i => $"b{i}: &b{i} [*a, *a, *a]\n"));

        AgencyFile.Read(bomb).Findings.Should().Contain(f => f.Message.StartsWith("the alias '*a' is not read", StringComparison.Ordinal));
    }

    [Fact]
    public void Load_MissingFile_ThrowsFileNotFound() => FluentActions.Invoking(() => AgencyFile.Load(_path)).Should().Throw<FileNotFoundException>();

    [Fact]
    public void Load_FileWithMistakes_ThrowsThemAll()
    {
        File.WriteAllText(_path, SmallAgency.Yaml.Replace("name: Ada", "nmae: Ada", StringComparison.Ordinal).Replace("1h 30m", "soon", StringComparison.Ordinal));

        FluentActions.Invoking(() => AgencyFile.Load(_path)).Should().Throw<InvalidDefinitionException>()
            .Which.Findings.Select(f => (f.Line, f.Column)).Should().Equal((5, 5), (53, 22));
    }

    private IEnumerable<string> Texts() => AgencyFile.ReadFile(_path).Findings.Select(f => f.ToString());
}
