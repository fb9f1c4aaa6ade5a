using SocialOps.Definitions;
using SocialOps.People;
using SocialOps.Publishing;
using SocialOps.Storage;

namespace SocialOps.Readiness.Agreements;

/// <summary>Content goes out for a client whose package asks for an agreement only while one is active.</summary>
internal sealed class AgreementStanding(SnapshotCache snapshots) : IAgreementStanding
{
    public async ValueTask<string?> FindMissingAsync(IStoreTransaction transaction, ClientId client, CancellationToken cancellationToken)
    {
        var agency = await snapshots.FindCurrentAsync(transaction, cancellationToken).ConfigureAwait(false);
        if (agency?.FindClient(client) is not { } definition || !agency.GetPackage(definition.Agreement.Package).RequiresAgreement)
        {
            return null;
        }

        var agreement = await ReadinessUnit.FindAgreementAsync(transaction, client, cancellationToken).ConfigureAwait(false);
        var what = agreement?.State switch
        {
            AgreementState.Active or AgreementState.ActiveWithAcceptedChange => null,
            AgreementState.Accepted => $"agreement {agreement.Id} is accepted and not active. Activate it",
            AgreementState.Quoted => $"agreement {agreement.Id} is quoted and not accepted. Record the client's mail and activate it",
            _ => "there is none. Quote it, record the client's mail and activate it",
        };
        return what is null ? null : $"package '{definition.Agreement.Package}' of {definition.Name} asks for an active agreement, and {what}; what waits goes on by itself then.";
    }
}
