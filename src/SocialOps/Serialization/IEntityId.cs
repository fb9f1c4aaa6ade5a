namespace SocialOps.Serialization;

/// <summary>An id with a type of its own, so that a client's id cannot be passed where a person's is meant. Stored and shown as its plain text.</summary>
/// <typeparam name="TSelf">The id's own type.</typeparam>
public interface IEntityId<TSelf>
    where TSelf : struct, IEntityId<TSelf>
{
    /// <summary>The id's text.</summary>
    string Value { get; }

    /// <summary>The id with this text.</summary>
    /// <param name="value">The id's text.</param>
    static abstract TSelf Create(string value);
}
