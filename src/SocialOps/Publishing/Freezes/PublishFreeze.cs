using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.Serialization;
using SocialOps.Storage;

namespace SocialOps.Publishing;

/// <summary>That nothing of a scope is published. What was scheduled before it was lifted has to be confirmed again.</summary>
public sealed record PublishFreeze
{
    /// <summary>The scope's key.</summary>
    public required string ScopeKey { get; init; }

    /// <summary>The scope.</summary>
    [JsonIgnore]
    public FreezeScope Scope => FreezeScope.OfKey(ScopeKey);

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who froze it.</summary>
    public required Actor FrozenBy { get; init; }

    /// <summary>Since when.</summary>
    public required Instant FrozenAt { get; init; }

    /// <summary>When it was lifted; <see langword="null"/> while it holds.</summary>
    public Instant? LiftedAt { get; init; }

    /// <summary>Why it holds a publication back; <see langword="null"/> when it does not.</summary>
    internal string? Holds(Publication publication) => LiftedAt is not { } lifted
        ? $"'{Scope}' is frozen since {FrozenAt}: {Reason}"
        : (publication.ConfirmedAt ?? publication.CreatedAt) < lifted ? $"it was scheduled before the freeze of '{Scope}' was lifted at {lifted}: confirm it again." : null;
}

internal static class FreezeRecords
{
    /// <summary>Slot 1: those that hold.</summary>
    public static readonly RecordKind<PublishFreeze> Freezes = new("publish-freeze", 1, FreezeJson.Default.PublishFreeze, f => f.ScopeKey, f => new RecordIndexes(f.LiftedAt is null ? f.ScopeKey : null));

    /// <summary>Why a publication is held back by a freeze; <see langword="null"/> when it is not.</summary>
    public static async ValueTask<string?> FindHoldAsync(IStoreTransaction transaction, Publication publication, CancellationToken cancellationToken)
    {
        List<FreezeScope> scopes = [FreezeScope.All];
        if (publication.Client is { } client)
        {
            scopes.Add(FreezeScope.Of(client));
        }

        if (publication.Account is { } account)
        {
            scopes.Add(FreezeScope.Of(account));
        }

        foreach (var scope in scopes)
        {
            if (await transaction.FindAsync(Freezes, scope.Key, cancellationToken).ConfigureAwait(false) is { } stored && stored.Value.Holds(publication) is { } why)
            {
                return why;
            }
        }

        return null;
    }
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(InstantJsonConverter)])]
[JsonSerializable(typeof(PublishFreeze))]
internal sealed partial class FreezeJson : JsonSerializerContext;
