namespace SocialOps;

/// <summary>Makes the ids of new records. Replace it to have ids that a test can foretell. Implementations are thread-safe.</summary>
public interface IIdGenerator
{
    /// <summary>A new id, unique in the store for all practical purposes: 1 to 64 ASCII characters.</summary>
    string NewId();
}
