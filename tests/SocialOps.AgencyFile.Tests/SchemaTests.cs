using System.Text.Json.Nodes;

namespace SocialOps.AgencyFiles.Tests;

public sealed class SchemaTests
{
    private static readonly JsonObject s_schema = JsonNode.Parse(AgencyFileSchema.ToJson())!.AsObject();

    /// <summary>After a wanted change: <c>SOCIALOPS_WRITE=1 dotnet test tests/SocialOps.AgencyFile.Tests</c> writes the file anew.</summary>
    [Fact]
    public void ToJson_TheCommittedFile_IsUpToDate()
    {
        if (Environment.GetEnvironmentVariable("SOCIALOPS_WRITE") == "1")
        {
            File.WriteAllText(Repository.Schema, AgencyFileSchema.ToJson());
        }

        File.ReadAllText(Repository.Schema).Should().Be(AgencyFileSchema.ToJson());
    }

    [Fact]
    public void ToJson_EveryDefinitionAndEveryKey_IsDescribed()
    {
        var described = s_schema["$defs"]!.AsObject().Select(d => (d.Key, d.Value!.AsObject()))
            .SelectMany(d => Keys(d.Item2).Select(k => ($"{d.Key}.{k.Key}", k.Value!.AsObject())).Append(d))
            .Concat(Keys(s_schema).Select(k => (k.Key, k.Value!.AsObject())));

        described.Where(d => d.Item2["description"] is null).Select(d => d.Item1).Should().BeEmpty();
    }

    [Fact]
    public void ToJson_TheSample_Fits() => new JsonSchemaCheck(s_schema).Check(YamlAsJson.Read(File.ReadAllText(Repository.Sample))).Should().BeEmpty();

    [Fact]
    public void ToJson_TheSmallAgency_Fits() => new JsonSchemaCheck(s_schema).Check(YamlAsJson.Read(SmallAgency.Yaml)).Should().BeEmpty();

    [Theory]
    [InlineData("wait: 15m", "wait: 15")]
    [InlineData("name: Ada", "nmae: Ada")]
    [InlineData("for: complaint", "for: compliant")]
    [InlineData("mon-thu:", "mo-do:")]
    [InlineData("emergency: true", "emergency: yes")]
    public void ToJson_AMistake_DoesNotFit(string right, string wrong)
        => new JsonSchemaCheck(s_schema).Check(YamlAsJson.Read(SmallAgency.Yaml.Replace(right, wrong, StringComparison.Ordinal))).Should().NotBeEmpty();

    private static JsonObject Keys(JsonObject schema) => schema["properties"]?.AsObject() ?? [];
}
