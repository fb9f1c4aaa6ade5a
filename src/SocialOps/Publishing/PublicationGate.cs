using NodaTime;
using SocialOps.Approvals;
using SocialOps.Content;
using SocialOps.People;
using SocialOps.Storage;

namespace SocialOps.Publishing;

/// <summary>
/// The last question before an attempt, asked in its transaction: is it frozen, is what was agreed in force, is it time, are these still the bytes, and is there a valid basis for exactly them (reliability F26)? A
/// reply brings its basis with it, unless the client wants replies approved; content has to be approved.
/// </summary>
internal sealed class PublicationGate(ApprovalGate approvals, IAgreementStanding agreements)
{
    /// <summary>Further apart the clocks of two machines are a fault that people hear of.</summary>
    private static readonly Duration ClockSkew = Duration.FromMinutes(5);

    public async ValueTask<GateAnswer> AskAsync(IStoreTransaction transaction, Publication publication, Instant now, CancellationToken cancellationToken)
    {
        if (publication.Content is not { } content)
        {
            return await AskForReplyAsync(transaction, publication, now, cancellationToken).ConfigureAwait(false);
        }

        if (await FreezeRecords.FindHoldAsync(transaction, publication, cancellationToken).ConfigureAwait(false) is { } frozen)
        {
            return new GateAnswer.Hold(frozen, HoldCause.Freeze);
        }

        if (publication.Client is { } client && await agreements.FindMissingAsync(transaction, client, cancellationToken).ConfigureAwait(false) is { } missing)
        {
            return new GateAnswer.Hold(missing, HoldCause.Agreement);
        }

        var item = (await transaction.GetAsync(ContentRecords.Items, content.Item.Value, cancellationToken).ConfigureAwait(false)).Value;
        if (item.FindVariant(publication.Account!.Value) is not { } variant || variant.Hash != content.Hash || variant.State == VariantState.Withdrawn)
        {
            return new GateAnswer.Hold($"'{publication.Account}' of content {item.Id} is no longer {content.Hash.Abbreviated}. Have the present bytes approved; they are then sent instead.");
        }

        if (item.Window is not { } window || window.NotAfter < now)
        {
            return new GateAnswer.Hold(item.Window is null ? "it is out of the plan. Give it a time again." : $"its window ended at {item.Window.NotAfter}. Give it another one and have it approved.");
        }

        return window.PublishAt > now
            ? new GateAnswer.Wait(window.PublishAt)
            : await CheckBasisAsync(transaction, publication, item, content.Hash, now, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<GateAnswer> CheckBasisAsync(IStoreTransaction transaction, Publication publication, ContentItem item, ContentHash hash, Instant now, CancellationToken cancellationToken)
    {
        var revision = await ContentUnit.RevisionOfAsync(transaction, item, cancellationToken).ConfigureAwait(false);
        var variant = revision.Variants.First(v => v.Account == publication.Account);
        var bytes = variant.ToCanonicalBytes();
        if (ContentHash.Of(bytes) != hash)
        {
            return new GateAnswer.Hold($"the stored bytes give {ContentHash.Of(bytes).Abbreviated}, not {hash.Abbreviated}: somebody has changed them past the library. Revise the content.");
        }

        var current = new CurrentContent([new(publication.Account!.Value.Value, hash)], item.Window!.PublishAt);
        return await CheckAsync(transaction, publication with { Text = variant.Text }, ApprovalSubjectKind.Content, item.Id.Value, current, bytes, now, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<GateAnswer> AskForReplyAsync(IStoreTransaction transaction, Publication publication, Instant now, CancellationToken cancellationToken)
    {
        if (publication.Draft is not { } draft)
        {
            return publication is { Basis.Kind: PublicationBasisKind.Person, Client: { } client } && await ApprovalArrangements.RequiresAsync(transaction, client, ApprovalSubjectKind.Reply, cancellationToken).ConfigureAwait(false)
                ? new GateAnswer.Hold($"replies for {client} are approved before they are sent. Cancel it and propose it (CaseService.Replies.ProposeAsync).")
                : new GateAnswer.Go(publication, default);
        }

        var bytes = ReplyDraft.VariantOf(publication.Account, publication.Text, publication.InReplyTo).ToCanonicalBytes();
        return ContentHash.Of(bytes) == draft.Hash
            ? await CheckAsync(transaction, publication, ApprovalSubjectKind.Reply, draft.Proposal, new([new(draft.Name, draft.Hash)]), bytes, now, cancellationToken).ConfigureAwait(false)
            : new GateAnswer.Hold($"the stored reply gives {ContentHash.Of(bytes).Abbreviated}, not {draft.Hash.Abbreviated}: somebody has changed it past the library. Propose it again.");
    }

    private async ValueTask<GateAnswer> CheckAsync(IStoreTransaction transaction, Publication publication, ApprovalSubjectKind kind, string subject, CurrentContent current, byte[] bytes, Instant now, CancellationToken cancellationToken)
    {
        var (verdict, request) = await approvals.CheckAsync(transaction, kind, subject, current, now, cancellationToken).ConfigureAwait(false);
        return verdict.Basis is { } basis ? new GateAnswer.Go(publication with { Basis = BasisOf(basis, verdict, request!, now) }, bytes)
            : FindYetToCome(request, now) is { } coming ? new GateAnswer.Wait(coming)
            : new GateAnswer.Hold($"there is no valid approval: {string.Join(" ", verdict.Reasons)}");
    }

    /// <summary>Somebody has decided on a machine whose clock is a little ahead of this one's: what they said counts when that instant has come here too.</summary>
    private static Instant? FindYetToCome(ApprovalRequest? request, Instant now)
        => request?.Decisions.Select(d => d.At).Concat(request.Emergencies.Select(e => e.At)).Where(at => at > now && at - now <= ClockSkew).Select(at => (Instant?)at).Max();

    private static PublicationBasisKind KindOf(ApprovalBasis basis) => basis switch
    {
        ApprovalBasis.Quorum => PublicationBasisKind.Quorum,
        ApprovalBasis.Solo => PublicationBasisKind.Solo,
        ApprovalBasis.Tacit => PublicationBasisKind.Tacit,
        ApprovalBasis.Emergency => PublicationBasisKind.Emergency,
        ApprovalBasis.Standing => PublicationBasisKind.Standing,
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, "Unknown basis."),
    };

    private static PublicationBasis BasisOf(ApprovalBasis basis, ApprovalVerdict verdict, ApprovalRequest request, Instant now)
    {
        var last = request.Decisions.Where(d => verdict.Parts[0].Decisions.Contains(d.Number)).MaxBy(d => d.At);
        var release = basis == ApprovalBasis.Emergency ? request.Emergencies.LastOrDefault(e => e.At <= now && e.WasRight != false && e.Parts.Contains(new(verdict.Parts[0].Name, verdict.Parts[0].Hash))) : null;
        var (who, via) = release is null ? (last?.By, last?.Via) : (release.By, "approval");
        var by = who switch
        {
            Recipient.OfAgency person => Actor.Person(person.Person.Value, via!),
            Recipient.OfClient contact => Actor.ClientContact(contact.Contact, via!),
            _ => Actor.Engine,
        };
        return new(KindOf(basis), request.Id.Value, by, release?.At ?? last?.At ?? Instant.Min(request.SubmittedAt, now), request.PolicyVersion);
    }
}

/// <summary>What the gate says.</summary>
internal abstract record GateAnswer
{
    /// <summary>It may be sent, on this basis.</summary>
    public sealed record Go(Publication Publication, ReadOnlyMemory<byte> Body) : GateAnswer;

    /// <summary>Not yet.</summary>
    public sealed record Wait(Instant Until) : GateAnswer;

    /// <summary>Not without a person.</summary>
    public sealed record Hold(string Reason, HoldCause Cause = HoldCause.Basis) : GateAnswer;
}
