using NodaTime;
using SocialOps.Approvals;
using SocialOps.Channels;
using SocialOps.Content;
using SocialOps.People;
using SocialOps.Storage;

namespace SocialOps.Publishing;

/// <summary>Lets content stand where its approval stands, and schedules what is approved. Bytes that the approval does not know are left alone. Idempotent.</summary>
internal sealed class ContentSync(ContentUnit content, ContentPublications publications) : IApprovalFollower
{
    public ApprovalSubjectKind Kind => ApprovalSubjectKind.Content;

    public async ValueTask FollowAsync(IStoreTransaction transaction, ApprovalRequest request, Instant now, CancellationToken cancellationToken)
    {
        if (await transaction.FindAsync(ContentRecords.Items, request.SubjectId, cancellationToken).ConfigureAwait(false) is not { } stored)
        {
            return;
        }

        foreach (var part in request.Parts)
        {
            var account = new ChannelAccountId(part.Name);
            if (stored.Value.FindVariant(account) is not { } variant || variant.Hash != part.Hash)
            {
                continue;
            }

            var step = (request.Runs.FirstOrDefault(r => r.Number == part.Run)?.Step ?? 0) + 1;
            foreach (var trigger in Road(variant, part.State, step))
            {
                var command = new ContentCommand.Move(account, trigger, part.Hash, step, part.Reason ?? $"Approval {request.Id}.");
                var moved = await content.ExecuteAsync(transaction, stored, command, Actor.Engine, now, cancellationToken).ConfigureAwait(false);
                stored = ReferenceEquals(moved, stored.Value) ? stored : new(moved, stored.Version + 1);
            }

            if (part.State == PartState.Approved || request.Emergencies.Any(e => e.WasRight != false && e.Parts.Contains(new(part.Name, part.Hash))))
            {
                await publications.ScheduleAsync(transaction, stored.Value, account, BasisOf(request), now, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The shortest way along the table of states to where the approval stands.</summary>
    private static IReadOnlyList<VariantTrigger> Road(VariantStatus variant, PartState part, int step)
    {
        var to = part switch
        {
            PartState.InReview => VariantState.InReview,
            PartState.Approved => VariantState.Approved,
            PartState.ChangesRequested => VariantState.ChangesRequested,
            PartState.Rejected => VariantState.Rejected,
            PartState.Expired => VariantState.Expired,
            PartState.Withdrawn => VariantState.Withdrawn,
            _ => variant.State,
        };
        if (variant.State == to)
        {
            return to == VariantState.InReview && variant.Step != step ? [VariantTrigger.PassStep] : [];
        }

        var roads = new Queue<(VariantState At, VariantTrigger[] Road)>([(variant.State, [])]);
        var seen = new HashSet<VariantState> { variant.State };
        while (roads.TryDequeue(out var next))
        {
            foreach (var row in VariantLifecycle.Table.Where(t => t.From == next.At && t.Trigger != VariantTrigger.Edit && seen.Add(t.To)))
            {
                if (row.To == to)
                {
                    return [.. next.Road, row.Trigger];
                }

                roads.Enqueue((row.To, [.. next.Road, row.Trigger]));
            }
        }

        return [];
    }

    /// <summary>What it will rest on; asked for again, and recorded anew, in the transaction that makes the attempt.</summary>
    private static PublicationBasis BasisOf(ApprovalRequest request)
    {
        var by = request.Author is Recipient.OfAgency person ? Actor.Person(person.Person.Value, "approval") : Actor.Engine;
        return new(PublicationBasisKind.Quorum, request.Id.Value, by, request.SubmittedAt, request.PolicyVersion);
    }
}
