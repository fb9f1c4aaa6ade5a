using System.Text.Json.Nodes;
using SocialOps.AgencyFiles.Yaml;
using SocialOps.Definitions.Validation;

namespace SocialOps.AgencyFiles.Shapes;

/// <summary>A block of known keys. A subclass declares its keys and builds what they mean.</summary>
/// <typeparam name="T">What the block means.</typeparam>
internal abstract class BlockShape<T>(string name, string noun, string meaning) : Shape<T>
{
    private readonly List<Field> _fields = [];

    public sealed override string Name => name;

    public sealed override string Noun => noun;

    public sealed override T Nothing => Build(new Values(new Place(new Report(), "", "", default)));

    /// <summary>Makes the value; keys that are missing or broken have what holds otherwise.</summary>
    protected abstract T Build(Values values);

    protected Field<TValue> Required<TValue>(string key, Shape<TValue> shape, string meaning, string? segment = null)
        => Add(new Field<TValue>(key, segment ?? CamelCase(key), meaning, true, shape, shape.Nothing));

    protected Field<TValue> Optional<TValue>(string key, Shape<TValue> shape, TValue otherwise, string meaning, string? segment = null)
        => Add(new Field<TValue>(key, segment ?? CamelCase(key), meaning, false, shape, otherwise));

    protected Field<IReadOnlyList<TValue>> Optional<TValue>(string key, Shape<IReadOnlyList<TValue>> shape, string meaning, string? segment = null)
        => Optional(key, shape, [], meaning, segment);

    public override JsonObject Describe(SchemaBook book)
    {
        var properties = new JsonObject();
        foreach (var field in _fields)
        {
            properties[field.Key] = field.Describe(book);
        }

        var schema = new JsonObject { ["description"] = meaning, ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (_fields.Exists(f => f.IsRequired))
        {
            schema["required"] = SchemaBook.Strings(_fields.Where(f => f.IsRequired).Select(f => f.Key));
        }

        return schema;
    }

    protected override T ReadWritten(Node node, Place place)
    {
        if (node is not MapNode map)
        {
            return Refuse(node, place);
        }

        var values = new Values(place);
        var known = new HashSet<Field>();
        foreach (var entry in place.Distinct(map))
        {
            if (_fields.Find(f => f.Key == entry.Key.Text) is { } field)
            {
                known.Add(field);
                values.Take(field, entry.Value, place.Field(field.Segment, entry));
            }
            else
            {
                ReportUnknown(map, entry, place, known);
            }
        }

        foreach (var missing in _fields.Where(f => f.IsRequired && !known.Contains(f)))
        {
            place.Report.Error(place.Path.Length == 0 ? missing.Segment : $"{place.Path}.{missing.Segment}", place.At, $"the key '{missing.Key}' is missing; write '{missing.Key}: ' and {missing.Noun}.");
        }

        return Build(values);
    }

    private void ReportUnknown(MapNode map, MapEntry entry, Place place, HashSet<Field> known)
    {
        var key = entry.Key;
        if (map.IsInline && entry.Value is TextNode { IsNothing: true })
        {
            place.Report.ErrorIn(place.Path, key.At, $"'{key.Shown}' stands here as a key; inside {{ }} a comma ends the value before it. Put that value in quotes.");
        }
        else if (Suggestion.Nearest(key.Text, _fields.Where(f => map.Entries.All(e => e.Key.Text != f.Key)).Select(f => f.Key)) is { } meant)
        {
            var field = _fields.Find(f => f.Key == meant)!;
            known.Add(field);
            place.Report.ErrorIn(place.Path, key.At, $"unknown key '{key.Shown}'; did you mean '{meant}'?");
            place.Report.MarkFaulty(place.Path.Length == 0 ? field.Segment : $"{place.Path}.{field.Segment}");
        }
        else
        {
            place.Report.ErrorIn(place.Path, key.At, $"unknown key '{key.Shown}'; possible: {string.Join(", ", _fields.Select(f => f.Key))}.");
        }
    }

    private Field<TValue> Add<TValue>(Field<TValue> field)
    {
        _fields.Add(field);
        return field;
    }

    private static string CamelCase(string key)
    {
        var words = key.Split(' ');
        return string.Concat([words[0], .. words.Skip(1).Select(w => char.ToUpperInvariant(w[0]) + w[1..])]);
    }
}
