using NodaTime;
using SocialOps.Responses;
using SocialOps.Storage;

namespace SocialOps.Inbox;

/// <summary>Keeps what was sent for those who look at it afterwards, in the transaction that sends it. No record is shared by replies, so that none waits for another.</summary>
internal static class SentReplies
{
    public static async ValueTask KeepAsync(IStoreTransaction transaction, Case state, SentReply sent, Instant now, CancellationToken cancellationToken)
    {
        if (sent.Reply is { } reply)
        {
            await transaction.PutAsync(ResponseRecords.Uses, new ReplyUse(sent.Publication, reply, sent.Wording, now), 0, cancellationToken).ConfigureAwait(false);
        }

        var key = ConformityRecord.KeyOf(state.Client, sent.Sender, state.Category);
        var epoch = (await transaction.FindAsync(ResponseRecords.Conformity, key, cancellationToken).ConfigureAwait(false))?.Value.Breaches ?? 0;
        var samples = ResponseRecords.SamplesOf(key, epoch);
        var before = await transaction.QueryAsync(ResponseRecords.Samples, new RecordQuery("", 2, samples, samples[..^1] + "0", SamplingRule.First), cancellationToken).ConfigureAwait(false);
        if (SamplingRule.IsSample(sent.Publication, before.Items.Count))
        {
            await transaction.PutAsync(ResponseRecords.Samples, SampleOf(state, sent, epoch, now), 0, cancellationToken).ConfigureAwait(false);
        }
    }

    private static QualitySample SampleOf(Case state, SentReply sent, int epoch, Instant now) => new()
    {
        Id = sent.Publication,
        Client = state.Client,
        Case = state.Id.Value,
        Sender = sent.Sender,
        Category = state.Category,
        Text = sent.Text,
        Level = sent.Level,
        SentAt = now,
        Epoch = epoch,
    };
}
