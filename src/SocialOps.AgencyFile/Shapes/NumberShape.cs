using System.Globalization;
using System.Text.Json.Nodes;
using SocialOps.AgencyFiles.Yaml;

namespace SocialOps.AgencyFiles.Shapes;

/// <summary>A whole number from 0 to 1,000,000.</summary>
internal sealed class NumberShape : Shape<int>
{
    public static readonly NumberShape Instance = new();

    private const int Most = 1_000_000;

    public override string Noun => "a whole number";

    public override int Nothing => 1;

    public override JsonObject Describe(SchemaBook book) => new() { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = Most };

    protected override int ReadWritten(Node node, Place place)
    {
        if (node is not TextNode text)
        {
            return Refuse(node, place);
        }

        if (text.IsPlain && int.TryParse(text.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Most)
        {
            return number;
        }

        place.Error(text.At, $"'{text.Shown}' is not a whole number; write one from 0 to {Most}, without quotes.");
        return Nothing;
    }
}
