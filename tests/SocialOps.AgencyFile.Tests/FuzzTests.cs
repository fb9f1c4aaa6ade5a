using System.Text.Json.Nodes;

namespace SocialOps.AgencyFiles.Tests;

/// <summary>Seeded mutations of the sample. <c>SOCIALOPS_FUZZ=100000</c> asks for more.</summary>
public sealed class FuzzTests
{
    private static readonly string s_sample = File.ReadAllText(Repository.Sample);
    private static readonly string[] s_pieces = [":", " ", "\n", "- ", "{", "}", "[", "]", ",", "'", "\"", "\t", "#", "&a ", "*a", "!t ", "? ", "|", ">", "%", "null", "24:00", "99:99", "2026-02-30", "9999-12-31", "0", "-1", "ä", "😀", "\ud800", "\0", "lena", "complaint", "1000000h"];

    [Fact]
    public void Read_MutatedSamples_GivesFindingsAndNeverThrows()
    {
        var rounds = int.Parse(Environment.GetEnvironmentVariable("SOCIALOPS_FUZZ") ?? "2000");
        var check = new JsonSchemaCheck(JsonNode.Parse(AgencyFileSchema.ToJson())!.AsObject());
        Parallel.For(0, rounds, new() { MaxDegreeOfParallelism = 2 }, seed =>
        {
            var text = Mutate(new Random(seed));
            var result = Read(seed, text);
            if (result.Definition is null)
            {
                result.Findings.Should().Contain(f => f.Severity == FindingSeverity.Error, "seed {0} was refused", seed);
                result.Findings.Should().OnlyContain(f => f.Line >= 1 && f.Column >= 1 && f.Message.Length > 0, "seed {0} says where", seed);
            }
            else
            {
                check.Check(YamlAsJson.Read(text)).Should().BeEmpty("what is read fits the schema (seed {0})", seed);
            }
        });
    }

    private static AgencyFileResult Read(int seed, string text)
    {
        try
        {
            return AgencyFile.Read(text);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"seed {seed}", e);
        }
    }

    private static string Mutate(Random random)
    {
        var text = s_sample;
        for (var edits = random.Next(1, 6); edits > 0; edits--)
        {
            var at = random.Next(text.Length);
            var length = random.Next(Math.Min(random.Next(3) == 0 ? 200 : 8, text.Length - at));
            var piece = random.Next(3) switch
            {
                0 => "",
                1 => s_pieces[random.Next(s_pieces.Length)],
                _ => text.Substring(random.Next(text.Length - 20), random.Next(20)),
            };
            text = string.Concat(text.AsSpan(0, at), piece, text.AsSpan(at + length));
        }

        return text;
    }
}
