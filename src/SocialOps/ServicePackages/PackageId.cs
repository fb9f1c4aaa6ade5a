using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.ServicePackages;

/// <summary>The name of a service package.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<PackageId>))]
public readonly record struct PackageId(string Value) : IEntityId<PackageId>
{
    /// <inheritdoc />
    public static PackageId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
