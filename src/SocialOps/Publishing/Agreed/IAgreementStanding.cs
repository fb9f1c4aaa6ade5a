using SocialOps.People;
using SocialOps.Storage;

namespace SocialOps.Publishing;

/// <summary>Whether content may go out for a client at all, by what was agreed with it.</summary>
internal interface IAgreementStanding
{
    /// <summary>What is missing, with its remedy; <see langword="null"/> when nothing is, or when the client's package asks for no agreement.</summary>
    ValueTask<string?> FindMissingAsync(IStoreTransaction transaction, ClientId client, CancellationToken cancellationToken);
}
