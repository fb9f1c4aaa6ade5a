using System.Security.Cryptography;
using System.Text;
using NodaTime;
using SocialOps.Auditing;
using SocialOps.Channels;
using SocialOps.Content;
using SocialOps.Definitions;
using SocialOps.Incidents;
using SocialOps.Storage;

namespace SocialOps.Publishing;

/// <summary>Makes publications of approved variants that have their time, and replaces what an edit has overtaken.</summary>
internal sealed class ContentPublications(SnapshotCache snapshots, IAgreementStanding agreements)
{
    /// <summary>The variant is approved, or released in an emergency: it waits for its time from now on, or is held while what was agreed is not in force. Idempotent.</summary>
    public async ValueTask ScheduleAsync(IStoreTransaction transaction, ContentItem item, ChannelAccountId account, PublicationBasis basis, Instant now, CancellationToken cancellationToken)
    {
        if (item.Window is not { } window || item.FindVariant(account) is not { State: not VariantState.Withdrawn } variant)
        {
            return;
        }

        var others = await OfItemAsync(transaction, item.Id, cancellationToken).ConfigureAwait(false);
        var id = IdOf(item.Id, account, variant.Hash);
        if (others.Any(o => o.Value.Account == account && o.Value.Id != id && o.Value.State is PublicationState.Published or PublicationState.Sending or PublicationState.OutcomeUnknown or PublicationState.NeedsHuman))
        {
            var why = $"Content {item.Id} is out on '{account}' in other bytes, and {variant.Hash.Abbreviated} is approved now. Correct the post (PublicationService.CorrectAsync), or retract it.";
            await IncidentUnit.OpenAsync(transaction, IncidentKind.CorrectionDue, $"{item.Id}/{account}", item.Client, why, now, cancellationToken).ConfigureAwait(false);
            return;
        }

        foreach (var overtaken in others.Where(o => o.Value.Account == account && o.Value.Id != id && o.Value.State is PublicationState.Scheduled or PublicationState.Held))
        {
            await PublicationOutcome.WriteAsync(transaction, overtaken.Value.Move(PublicationTrigger.Cancel) with { Reason = $"Replaced by {variant.Hash.Abbreviated}." }, overtaken.Version, Actor.Engine, now, cancellationToken).ConfigureAwait(false);
        }

        var missing = await agreements.FindMissingAsync(transaction, item.Client, cancellationToken).ConfigureAwait(false);
        var known = others.FirstOrDefault(o => o.Value.Id == id);
        if (known?.Value is { State: PublicationState.Held, HeldFor: HoldCause.Agreement } && missing is not null)
        {
            return; // somebody is responsible for that already
        }

        if (known is null)
        {
            var created = await CreateAsync(transaction, item, account, variant.Hash, basis, now, cancellationToken).ConfigureAwait(false);
            await PublicationDraft.ScheduleAsync(transaction, created, window.PublishAt, cancellationToken).ConfigureAwait(false);
            await transaction.AppendAsync(new AuditEvent(now, Actor.Engine, "publication.scheduled", id.Value, $"{account} {variant.Hash.Abbreviated} of content {item.Id} at {window.PublishAt}."), cancellationToken).ConfigureAwait(false);
        }
        else if (known.Value.State is PublicationState.Scheduled or PublicationState.Held)
        {
            var again = known.Value.Move(PublicationTrigger.Confirm) with { Releases = known.Value.Releases + 1, Reason = null };
            await PublicationOutcome.WriteAsync(transaction, again, known.Version, Actor.Engine, now, cancellationToken).ConfigureAwait(false);
            await PublicationOutcome.EndHoldAsync(transaction, again, Actor.Engine, now, cancellationToken).ConfigureAwait(false);
            await transaction.ScheduleAsync(PublicationDraft.RowOf(again, window.PublishAt), cancellationToken).ConfigureAwait(false);
        }

        if (missing is not null && await transaction.GetAsync(PublicationRecords.Publications, id.Value, cancellationToken).ConfigureAwait(false) is { Value.State: PublicationState.Scheduled } waiting)
        {
            await Aftermath.HoldAsync(transaction, waiting, new(missing, HoldCause.Agreement), now, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Everything that was ever scheduled of an item.</summary>
    public static async ValueTask<IReadOnlyList<Stored<Publication>>> OfItemAsync(IStoreTransaction transaction, ContentItemId item, CancellationToken cancellationToken)
        => (await transaction.QueryAsync(PublicationRecords.Publications, new RecordQuery("", 2, $"{item}/", $"{item}0", 1_000), cancellationToken).ConfigureAwait(false)).Items;

    /// <summary>One publication for the same bytes on the same account: it cannot be made twice.</summary>
    private static PublicationId IdOf(ContentItemId item, ChannelAccountId account, ContentHash hash)
        => new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"SocialOps.publication.v1|{item}|{account}|{hash}")).AsSpan(0, 16)));

    private async ValueTask<Publication> CreateAsync(IStoreTransaction transaction, ContentItem item, ChannelAccountId account, ContentHash hash, PublicationBasis basis, Instant now, CancellationToken cancellationToken)
    {
        var agency = await snapshots.GetCurrentAsync(transaction, cancellationToken).ConfigureAwait(false);
        var network = agency.FindClientOf(account)?.Accounts.First(a => a.Id == account).Network ?? throw new NotFoundException("channel account", account.Value);
        var revision = await ContentUnit.RevisionOfAsync(transaction, item, cancellationToken).ConfigureAwait(false);
        var variant = revision.Variants.First(v => v.Account == account);
        var draft = PublicationDraft.Create(transaction.Tenant, IdOf(item.Id, account, hash), item.Client, account, network, variant.Text, variant.ReplyTo, basis, "", now);
        return draft with { Origin = null, Content = new(item.Id, revision.Number, hash) };
    }
}
