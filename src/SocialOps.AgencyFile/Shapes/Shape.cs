using System.Text.Json.Nodes;
using SocialOps.AgencyFiles.Yaml;

namespace SocialOps.AgencyFiles.Shapes;

/// <summary>What may stand at one place, as editors are told.</summary>
internal interface IShape
{
    /// <summary>The name under which the schema defines it once; <see langword="null"/> where it is said in place.</summary>
    string? Name { get; }

    /// <summary>Its JSON Schema.</summary>
    JsonObject Describe(SchemaBook book);
}

/// <summary>What may stand at one place: it is read and described to editors from one declaration, so that the two cannot drift apart.</summary>
/// <typeparam name="T">What is read.</typeparam>
internal abstract class Shape<T> : IShape
{
    public virtual string? Name => null;

    /// <summary>What is expected, for messages: "a duration".</summary>
    public abstract string Noun { get; }

    /// <summary>What stands in for a value that could not be read, so that the rest is still checked.</summary>
    public abstract T Nothing { get; }

    public abstract JsonObject Describe(SchemaBook book);

    /// <summary>Reads a node; whatever is wrong is reported, and <see cref="Nothing"/> stands in for it.</summary>
    public T Read(Node node, Place place)
    {
        place.Report.Locate(place.Path, place.At);
        switch (node)
        {
            case BrokenNode:
                place.Report.MarkFaulty(place.Path);
                return Nothing;
            case TextNode { IsNothing: true }:
                place.Error(place.At, $"nothing is written here; write {Noun}, or take the key out.");
                return Nothing;
            default:
                return ReadWritten(node, place);
        }
    }

    protected abstract T ReadWritten(Node node, Place place);

    /// <summary>Reports a node of the wrong kind.</summary>
    protected T Refuse(Node node, Place place)
    {
        place.Error(node.At, node is TextNode text ? $"'{text.Shown}' stands where {Noun} belongs." : $"{node.Kind} stands where {Noun} belongs.");
        return Nothing;
    }
}
