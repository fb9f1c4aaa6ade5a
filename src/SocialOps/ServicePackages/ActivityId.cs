using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.ServicePackages;

/// <summary>The name of something that is done for a client: one of <see cref="Activities"/>, or an agency's own.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<ActivityId>))]
public readonly record struct ActivityId(string Value) : IEntityId<ActivityId>
{
    /// <inheritdoc />
    public static ActivityId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
