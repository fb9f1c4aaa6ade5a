using NodaTime;
using SocialOps.Approvals;
using SocialOps.Definitions;
using SocialOps.People;
using SocialOps.Publishing;
using SocialOps.Readiness.Agreements;
using SocialOps.Storage;

namespace SocialOps.Readiness;

/// <summary>Collects what readiness is judged by, inside one transaction.</summary>
internal sealed class ReadinessUnit(SnapshotCache snapshots, Connectors connectors)
{
    public async ValueTask<ReadinessReport> CheckAsync(IStoreTransaction transaction, ClientId client, Instant now, Duration? horizon, CancellationToken cancellationToken)
    {
        var agency = await snapshots.GetCurrentAsync(transaction, cancellationToken).ConfigureAwait(false);
        var definition = agency.FindClient(client) ?? throw new NotFoundException("client", client.Value);
        var arranged = (await transaction.FindAsync(ApprovalRecords.Arrangements, client.Value, cancellationToken).ConfigureAwait(false))?.Value;
        var policy = arranged is null ? null : await ApprovalUnit.FindLatestPolicyAsync(transaction, arranged.Phases.First(p => p.Name == arranged.Phase).Policy, cancellationToken).ConfigureAwait(false);
        var agreement = await FindAgreementAsync(transaction, client, cancellationToken).ConfigureAwait(false);
        var trouble = await TroubleAsync(transaction, cancellationToken).ConfigureAwait(false);
        return ReadinessChecks.Run(new()
        {
            Agency = agency,
            Client = definition,
            Now = now,
            Horizon = horizon ?? Duration.FromDays(365),
            ArrangedPolicy = policy?.Definition,
            AcceptedPackageHash = agreement?.AcceptedQuote is { } quote ? QuoteHash.Of(quote.Terms.Package) : null,
            HealthOf = network => new(connectors.FindPublisher(network) is not null, trouble.GetValueOrDefault(network)),
        });
    }

    public async ValueTask<Capacity.CapacityWeek> PlanWeekAsync(IStoreTransaction transaction, LocalDate day, CancellationToken cancellationToken)
        => Capacity.CapacityPlan.OfWeek(await snapshots.GetCurrentAsync(transaction, cancellationToken).ConfigureAwait(false), day);

    /// <summary>The client's latest agreement that has not ended.</summary>
    public static async ValueTask<Agreement?> FindAgreementAsync(IStoreTransaction transaction, ClientId client, CancellationToken cancellationToken)
    {
        var page = await transaction.QueryAsync(AgreementRecords.Agreements, new RecordQuery("", 1, $"{client}/", $"{client}0", 100, Descending: true), cancellationToken).ConfigureAwait(false);
        return page.Items.Select(a => a.Value).FirstOrDefault(a => a.EndedAt is null);
    }

    /// <summary>Networks on which a publication waits for a person.</summary>
    private static async ValueTask<Dictionary<string, string>> TroubleAsync(IStoreTransaction transaction, CancellationToken cancellationToken)
    {
        var page = await transaction.QueryAsync(PublicationRecords.Publications, new RecordQuery("", 1, Limit: 1000), cancellationToken).ConfigureAwait(false);
        return page.Items.Select(p => p.Value).Where(p => p.State == PublicationState.NeedsHuman).GroupBy(p => Channels.Networks.Canonical(p.Network))
            .ToDictionary(g => g.Key, g => $"{g.Count()} publication(s) wait for a person, the first: {g.First().Reason}");
    }
}
