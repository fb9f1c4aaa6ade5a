using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SocialOps.Storage;

/// <summary>How a feature's state becomes a record: its name, its key, its indexes and its body. A feature declares one; a store never needs to know it.</summary>
/// <typeparam name="T">The state, an immutable record.</typeparam>
/// <param name="name">The kind's name, e.g. <c>case</c>.</param>
/// <param name="bodyVersion">Raised when the body's shape changes.</param>
/// <param name="body">Source-generated metadata of the body.</param>
/// <param name="key">The id of a state, unique within (tenant, kind).</param>
/// <param name="indexes">The index columns of a state.</param>
public sealed class RecordKind<T>(string name, int bodyVersion, JsonTypeInfo<T> body, Func<T, string> key, Func<T, RecordIndexes>? indexes = null)
    where T : class
{
    /// <summary>The kind's name.</summary>
    public string Name { get; } = name;

    /// <summary>The id of a state.</summary>
    public string KeyOf(T state) => key(state);

    /// <summary>The record of a state.</summary>
    public StoredRecord ToRecord(T state) => new(Name, key(state), 0, bodyVersion, indexes?.Invoke(state) ?? default, JsonSerializer.SerializeToUtf8Bytes(state, body));

    /// <summary>The state of a record.</summary>
    /// <exception cref="StoreUnavailableException">The record was written by a later release.</exception>
    public Stored<T> FromRecord(StoredRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.BodyVersion > bodyVersion)
        {
            throw new StoreUnavailableException($"{Name} '{record.Id}' has body version {record.BodyVersion}; this release reads up to {bodyVersion}. Run the newer release.") { IsOfALaterRelease = true };
        }

        return new(JsonSerializer.Deserialize(record.Body.Span, body)!, record.Version);
    }
}

/// <summary>A state as it was read, with the version that a write must expect.</summary>
/// <typeparam name="T">The state.</typeparam>
/// <param name="Value">The state.</param>
/// <param name="Version">The version that was read.</param>
public sealed record Stored<T>(T Value, long Version)
    where T : class;
