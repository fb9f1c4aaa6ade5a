using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps;

/// <summary>One operator: an agency, or a company's own team. Every stored row belongs to exactly one tenant; nothing refers across tenants.</summary>
/// <param name="Value">1 to 64 characters, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<TenantId>))]
public readonly record struct TenantId(string Value) : IEntityId<TenantId>
{
    /// <summary>The tenant of a host that has only one and never names it.</summary>
    public static TenantId Default { get; } = new("default");

    /// <inheritdoc />
    public static TenantId Create(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
