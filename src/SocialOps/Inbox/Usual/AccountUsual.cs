using NodaTime;
using SocialOps.Channels;
using SocialOps.Crisis;
using SocialOps.People;
using SocialOps.Storage;

namespace SocialOps.Inbox;

/// <summary>What is usual where items come in: an account, or a client's network where no account is named.</summary>
internal static class AccountUsual
{
    /// <summary>What threads of an age usually show in an hour.</summary>
    public static readonly RecordKind<PlaceBaseline> Baselines = new("usual-threads", 1, CaseJson.Default.PlaceBaseline, b => b.Place);

    /// <summary>What comes in in an hour of the week.</summary>
    public static readonly RecordKind<PlaceVolume> Volumes = new("usual-volume", 1, CaseJson.Default.PlaceVolume, v => v.Place);

    public static string PlaceOf(ClientId client, ChannelAccountId? account, string network) => InboundItem.Bounded(account is { } id ? $"account/{id}" : $"client/{client}/{network}");

    /// <summary>The percentiles by age, as they are kept in a thread's case; empty where too little is known.</summary>
    public static async ValueTask<IReadOnlyList<int>> PercentilesAsync(IStoreTransaction transaction, string place, CancellationToken cancellationToken)
        => (await transaction.FindAsync(Baselines, place, cancellationToken).ConfigureAwait(false))?.Value.Threads.Percentiles95() ?? [];
}

/// <summary>What threads of an age usually show.</summary>
internal sealed record PlaceBaseline(string Place, ThreadBaseline Threads);

/// <summary>What comes in in an hour of the week.</summary>
internal sealed record PlaceVolume(string Place, AccountVolume Volume);

/// <summary>Which hour of which place a row counts.</summary>
internal sealed record HourPayload(ClientId Client, ChannelAccountId? Account, string Network, Instant From);
