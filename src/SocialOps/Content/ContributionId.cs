using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.Content;

/// <summary>Something that was asked of somebody for content.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<ContributionId>))]
public readonly record struct ContributionId(string Value) : IEntityId<ContributionId>
{
    /// <inheritdoc />
    public static ContributionId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
