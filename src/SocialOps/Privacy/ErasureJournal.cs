using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.Storage;

namespace SocialOps.Privacy;

/// <summary>
/// Writes erasures into the recovery journal before they are done. A handle stands there as an HMAC under a key that only the database has, so that the journal alone tells nothing about anybody (reliability c.5).
/// </summary>
internal sealed class ErasureJournal(IStore store, IRecoveryJournal? journal = null)
{
    public async ValueTask AppendAsync(TenantId tenant, string erasure, IEnumerable<CustomerHandle> handles, Instant at, CancellationToken cancellationToken)
    {
        if (journal is null)
        {
            return;
        }

        var key = await GetKeyAsync(cancellationToken).ConfigureAwait(false);
        foreach (var handle in handles.Select(h => h.Key).Distinct())
        {
            await journal.AppendAsync(new(at, RecoveryEntryKind.Erased, tenant, $"{erasure} {MarkOf(key, tenant, handle)}"), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The key, made at the first call; it must be older than the backups that are to be compared with the journal.</summary>
    public async ValueTask<byte[]> GetKeyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await store.WriteAsync(TenantId.Default, t => MakeKeyAsync(t, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (ConcurrencyConflictException)
        {
            return await store.WriteAsync(TenantId.Default, t => MakeKeyAsync(t, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }

    public static string MarkOf(byte[] key, TenantId tenant, string handle) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{tenant}|{handle}")));

    private static async ValueTask<byte[]> MakeKeyAsync(IStoreTransaction transaction, CancellationToken cancellationToken)
    {
        if (await transaction.FindAsync(RecoveryKey.Records, RecoveryKey.Id, cancellationToken).ConfigureAwait(false) is { } known)
        {
            return Convert.FromHexString(known.Value.Secret);
        }

        var secret = RandomNumberGenerator.GetBytes(32);
        await transaction.PutAsync(RecoveryKey.Records, new(Convert.ToHexStringLower(secret)), 0, cancellationToken).ConfigureAwait(false);
        return secret;
    }
}

/// <summary>The database's own key for the marks of erased handles.</summary>
internal sealed record RecoveryKey(string Secret)
{
    public const string Id = "key";

    public static readonly RecordKind<RecoveryKey> Records = new("recovery-key", 1, RecoveryKeyJson.Default.RecoveryKey, _ => Id);
}

[JsonSerializable(typeof(RecoveryKey))]
internal sealed partial class RecoveryKeyJson : JsonSerializerContext;
