using SocialOps.Storage;

namespace SocialOps.Definitions;

/// <summary>Tells whether open work still needs a definition that is about to be removed.</summary>
internal interface IDefinitionUse
{
    /// <summary>What needs it, in words; <see langword="null"/> when nothing does.</summary>
    ValueTask<string?> FindUseAsync(IStoreTransaction transaction, DefinitionType type, string id, CancellationToken cancellationToken);
}
