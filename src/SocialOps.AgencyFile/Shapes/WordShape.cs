using System.Text.Json.Nodes;
using SocialOps.AgencyFiles.Yaml;
using SocialOps.Definitions.Validation;

namespace SocialOps.AgencyFiles.Shapes;

/// <summary>One of some words.</summary>
/// <typeparam name="T">What the words mean.</typeparam>
internal sealed class WordShape<T>(string noun, string name, string meaning, params Word<T>[] words) : Shape<T>
    where T : struct
{
    public override string Name => name;

    public override string Noun => noun;

    public override T Nothing => default;

    public IReadOnlyList<Word<T>> Words => words;

    public override JsonObject Describe(SchemaBook book) => new()
    {
        ["description"] = meaning,
        ["oneOf"] = new JsonArray([.. words.Select(word => (JsonNode)new JsonObject
        {
            ["const"] = int.TryParse(word.Text, out var number) ? JsonValue.Create(number) : JsonValue.Create(word.Text),
            ["description"] = word.Meaning,
        })]),
    };

    protected override T ReadWritten(Node node, Place place)
    {
        if (node is not TextNode text)
        {
            return Refuse(node, place);
        }

        foreach (var word in words)
        {
            if (string.Equals(word.Text, text.Text, StringComparison.Ordinal))
            {
                return word.Value;
            }
        }

        var meant = Suggestion.Nearest(text.Text, words.Select(w => w.Text));
        place.Error(text.At, $"'{text.Shown}' is not {noun}; {(meant is null ? $"possible: {string.Join(", ", words.Select(w => w.Text))}." : $"did you mean '{meant}'?")}");
        return Nothing;
    }
}

/// <summary>A word and what it means.</summary>
internal sealed record Word<T>(string Text, T Value, string Meaning);
