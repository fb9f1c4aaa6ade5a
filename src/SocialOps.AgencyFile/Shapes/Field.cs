using System.Text.Json.Nodes;
using SocialOps.AgencyFiles.Yaml;

namespace SocialOps.AgencyFiles.Shapes;

/// <summary>A key of a block.</summary>
internal abstract class Field(string key, string segment, string meaning, bool isRequired)
{
    /// <summary>The key as the file writes it.</summary>
    public string Key => key;

    /// <summary>The member's name in paths.</summary>
    public string Segment => segment;

    public bool IsRequired => isRequired;

    /// <summary>What is expected, for messages.</summary>
    public abstract string Noun { get; }

    public abstract object? Read(Node node, Place place);

    public JsonObject Describe(SchemaBook book)
    {
        var schema = DescribeValue(book);
        schema["description"] = meaning;
        return schema;
    }

    protected abstract JsonObject DescribeValue(SchemaBook book);
}

/// <summary>A key whose value has a shape.</summary>
/// <typeparam name="T">What is read.</typeparam>
internal sealed class Field<T>(string key, string segment, string meaning, bool isRequired, Shape<T> shape, T otherwise) : Field(key, segment, meaning, isRequired)
{
    /// <summary>What holds where the key is not written.</summary>
    public T Otherwise => otherwise;

    public override string Noun => shape.Noun;

    public override object? Read(Node node, Place place) => shape.Read(node, place);

    protected override JsonObject DescribeValue(SchemaBook book) => book.Refer(shape);
}
