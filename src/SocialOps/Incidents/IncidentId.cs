using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.Incidents;

/// <summary>The name of an incident: its kind and what it is about, so that the same trouble is one incident.</summary>
/// <param name="Value">The id's text, compared ordinally.</param>
[JsonConverter(typeof(IdJsonConverter<IncidentId>))]
public readonly record struct IncidentId(string Value) : IEntityId<IncidentId>
{
    private const int MaxSubject = 80;

    /// <inheritdoc />
    public static IncidentId Create(string value) => new(value);

    /// <summary>The incident of this kind about this subject.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="subject">What it is about.</param>
    public static IncidentId Of(IncidentKind kind, string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return new($"{kind}/{(subject.Length <= MaxSubject ? subject : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject))))}");
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
