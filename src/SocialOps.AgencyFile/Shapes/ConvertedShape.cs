using System.Text.Json.Nodes;
using SocialOps.AgencyFiles.Yaml;

namespace SocialOps.AgencyFiles.Shapes;

/// <summary>Another shape, with its value turned into something else.</summary>
internal sealed class ConvertedShape<TFrom, TTo>(Shape<TFrom> inner, Func<TFrom, TTo> convert) : Shape<TTo>
{
    public override string? Name => inner.Name;

    public override string Noun => inner.Noun;

    public override TTo Nothing => convert(inner.Nothing);

    public override JsonObject Describe(SchemaBook book) => inner.Describe(book);

    protected override TTo ReadWritten(Node node, Place place) => convert(inner.Read(node, place));
}
