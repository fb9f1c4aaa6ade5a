using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SocialOps.AgencyFiles.Yaml;

namespace SocialOps.AgencyFiles.Shapes;

/// <summary>A value in one line, written by a pattern that editors check too.</summary>
/// <typeparam name="T">What is read.</typeparam>
internal abstract class PatternShape<T>(Regex pattern) : Shape<T>
{
    private const int MaxLength = 200;

    /// <summary>How it is written, with examples: "write e.g. 15m or 4h".</summary>
    protected abstract string WayOut { get; }

    /// <summary>What it means, for editors.</summary>
    protected abstract string Meaning { get; }

    protected abstract IReadOnlyList<string> Examples { get; }

    /// <summary>Makes the value of a text that fits the pattern.</summary>
    /// <returns>What is wrong nevertheless, with the way out; <see langword="null"/> when nothing is.</returns>
    protected abstract string? Parse(Match match, out T value);

    public bool Fits(string text) => text.Length <= MaxLength && pattern.IsMatch(text);

    public override JsonObject Describe(SchemaBook book) => new()
    {
        ["description"] = Meaning,
        ["type"] = "string",
        ["pattern"] = pattern.ToString(),
        ["examples"] = SchemaBook.Strings(Examples),
    };

    /// <summary>What a text that does not fit probably means.</summary>
    protected virtual string? Explain(string text) => null;

    protected override T ReadWritten(Node node, Place place)
    {
        if (node is not TextNode text)
        {
            return Refuse(node, place);
        }

        var match = text.Text.Length <= MaxLength && !text.Text.Contains('\n', StringComparison.Ordinal) ? pattern.Match(text.Text) : Match.Empty;
        if (!match.Success)
        {
            place.Error(text.At, $"'{text.Shown}' is not {Noun}; {Explain(text.Text) ?? WayOut}");
            return Nothing;
        }

        if (Parse(match, out var value) is { } complaint)
        {
            place.Error(text.At, $"'{text.Shown}' is not {Noun}: {complaint}");
            return Nothing;
        }

        return value;
    }
}
