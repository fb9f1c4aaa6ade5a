using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.Crisis;
using SocialOps.People;
using SocialOps.Storage;

namespace SocialOps.Inbox;

/// <summary>A client's open waves of level 2 and above: a fact that every decision about the client may read, e.g. what may be answered without a person.</summary>
/// <param name="Client">The client.</param>
/// <param name="Waves">The waves, the oldest first.</param>
public sealed record ClientCrisis(ClientId Client, IReadOnlyList<ClientWave> Waves)
{
    /// <summary>The highest level; calm without a wave.</summary>
    [JsonIgnore]
    public WaveLevel Level => Waves.Count == 0 ? WaveLevel.Calm : Waves.Max(w => w.Level);

    /// <summary>On how many networks it runs.</summary>
    [JsonIgnore]
    public int Networks => Waves.Select(w => w.Network).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Whether nothing may be answered without a person deciding (responses d.4): from level 3 on.</summary>
    [JsonIgnore]
    public bool NeedsPerson => Level >= WaveLevel.LastingCriticism;
}

/// <summary>One of a client's waves.</summary>
/// <param name="Case">The case.</param>
/// <param name="Network">Its network.</param>
/// <param name="Level">Its level.</param>
/// <param name="Since">Since when it stands at level 2 or above.</param>
public sealed record ClientWave(CaseId Case, string Network, WaveLevel Level, Instant Since);

/// <summary>Keeps the fact in the transaction that changes a case.</summary>
internal static class ClientCrises
{
    public static readonly RecordKind<ClientCrisis> Records = new("client-crisis", 1, CaseJson.Default.ClientCrisis, c => c.Client.Value);

    public static async ValueTask<ClientCrisis> ReadAsync(IStoreTransaction transaction, ClientId client, CancellationToken cancellationToken)
        => (await transaction.FindAsync(Records, client.Value, cancellationToken).ConfigureAwait(false))?.Value ?? new(client, []);

    public static async ValueTask KeepAsync(IStoreTransaction transaction, Case before, Case after, Instant now, CancellationToken cancellationToken)
    {
        if (LevelOf(before) == LevelOf(after))
        {
            return;
        }

        var stored = await transaction.FindAsync(Records, after.Client.Value, cancellationToken).ConfigureAwait(false);
        var waves = stored?.Value.Waves ?? [];
        var known = waves.FirstOrDefault(w => w.Case == after.Id);
        var others = waves.Where(w => w.Case != after.Id);
        ClientCrisis next = new(after.Client, LevelOf(after) is { } level ? [.. others, new(after.Id, after.Network, level, known?.Since ?? now)] : [.. others]);
        await transaction.PutAsync(Records, next, stored?.Version ?? 0, cancellationToken).ConfigureAwait(false);
    }

    private static WaveLevel? LevelOf(Case state) => state is { ClosedAt: null, Alarm.Level: >= WaveLevel.RepeatedCriticism } ? state.Alarm.Level : null;
}
