using System.Reflection;
using System.Xml.Linq;

namespace SocialOps.Architecture.Tests.Surface;

/// <summary>The compiler asks for a comment on every visible member (CS1591), but not on what a record's parameters become: this does.</summary>
public sealed class DocumentationTests
{
    [Theory]
    [MemberData(nameof(PublicSurfaceTests.Packages), MemberType = typeof(PublicSurfaceTests))]
    public void Parameters_OfRecords_AreDocumented(string package)
    {
        var assembly = Assembly.Load(package);
        var texts = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member").ToDictionary(m => (string)m.Attribute("name")!);

        var silent =
            from type in assembly.GetExportedTypes()
            where SignatureText.IsRecord(type)
            from property in PublicSurface.Members(type).OfType<PropertyInfo>()
            where property.GetIndexParameters().Length == 0 && !texts.ContainsKey($"P:{Id(type)}.{property.Name}")
            where !texts.TryGetValue($"T:{Id(type)}", out var text) || !text.Elements("param").Any(p => (string?)p.Attribute("name") == property.Name && p.Value.Trim().Length > 0)
            select $"{type.Name}.{property.Name}";

        silent.Should().BeEmpty("a value without words is a riddle");
    }

    private static string Id(Type type) => type.FullName!.Replace('+', '.');
}
