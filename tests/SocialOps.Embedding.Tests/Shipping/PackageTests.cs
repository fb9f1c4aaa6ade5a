using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text;
using System.Xml.Linq;

namespace SocialOps.Embedding.Tests.Shipping;

/// <summary>What a feed gets.</summary>
public sealed class PackageTests(Packed packed) : IClassFixture<Packed>
{
    private static readonly string[] s_all = [.. Directory.GetDirectories(Path.Combine(Packed.Root, "src")).Where(d => Directory.GetFiles(d, "*.csproj").Length > 0).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void Packages_OfTheLibrary_AreAllThereWithTheirSymbols()
        => Directory.GetFiles(packed.Path).Select(f => Path.GetFileName(f)!).Should().BeEquivalentTo(s_all.SelectMany(p => new[] { $"{p}.0.1.0.nupkg", $"{p}.0.1.0.snupkg" }));

    [Fact]
    public void Package_OfEachLibrary_SaysWhatItIs()
    {
        foreach (var package in s_all)
        {
            using var zip = ZipFile.OpenRead(Path.Combine(packed.Path, $"{package}.0.1.0.nupkg"));
            using var nuspec = zip.GetEntry($"{package}.nuspec")!.Open();
            var metadata = XDocument.Load(nuspec).Root!.Elements().Single();
            string Value(string name) => metadata.Elements().SingleOrDefault(e => e.Name.LocalName == name)?.Value ?? "";

            zip.Entries.Select(e => e.FullName).Should().Contain(["README.md", "icon.png", $"lib/net10.0/{package}.dll", $"lib/net10.0/{package}.xml"]);
            (Value("license"), Value("readme"), Value("icon")).Should().Be(("MIT", "README.md", "icon.png"));
            Value("description").Should().NotBe("Package Description").And.EndWith(".");
            Value("tags").Should().Contain("on-call");
        }
    }

    /// <summary>A path of the machine that built it helps nobody and tells strangers about it; it also makes two builds of one source differ.</summary>
    [Fact]
    public void Package_OfEachLibrary_NamesNoFolderOfTheBuild()
    {
        string[] places = [Packed.Root, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + "/.nuget"];
        var found =
            from file in Directory.GetFiles(packed.Path)
            from entry in Entries(file)
            let texts = new[] { Encoding.UTF8.GetString(entry.Bytes), Encoding.Unicode.GetString(entry.Bytes) }
            where places.Any(p => texts.Any(t => t.Contains(p, StringComparison.Ordinal)))
            select $"{Path.GetFileName(file)}: {entry.Name}";

        found.Should().BeEmpty();
    }

    [Fact]
    public void Symbols_OfEachLibrary_NameSourcesByTheirPlaceInTheRepository()
    {
        var sources = Directory.GetFiles(packed.Path, "*.snupkg").SelectMany(Entries).Where(e => e.Name.EndsWith(".pdb", StringComparison.Ordinal)).SelectMany(e => Documents(e.Bytes)).ToList();

        sources.Should().HaveCountGreaterThan(500).And.OnlyContain(s => s.StartsWith("/_/src/", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Documents(byte[] pdb)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbImage([.. pdb]);
        var reader = provider.GetMetadataReader();
        return [.. reader.Documents.Select(d => reader.GetString(reader.GetDocument(d).Name))];
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Entries(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            yield return (entry.FullName, bytes.ToArray());
        }
    }
}
