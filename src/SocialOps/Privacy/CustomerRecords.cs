using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.Serialization;
using SocialOps.Storage;

namespace SocialOps.Privacy;

/// <summary>One handle of a linked customer.</summary>
internal sealed record LinkedHandle(string Key, CustomerHandle Handle, CustomerId Customer, Instant At, Actor By);

internal static class CustomerRecords
{
    /// <summary>The most handles of one customer.</summary>
    public const int MostHandles = 50;

    /// <summary>By handle. Slot 1: by customer and age.</summary>
    public static readonly RecordKind<LinkedHandle> Handles = new("customer-handle", 1, CustomerJson.Default.LinkedHandle, h => h.Key, h => new RecordIndexes($"{h.Customer}/{IndexText.Of(h.At)}"));

    /// <summary>The handles of a customer, the earliest linked first.</summary>
    public static async ValueTask<IReadOnlyList<Stored<LinkedHandle>>> OfAsync(IStoreTransaction transaction, CustomerId customer, CancellationToken cancellationToken)
        => (await transaction.QueryAsync(Handles, new RecordQuery("", 1, $"{customer}/", $"{customer}0", MostHandles), cancellationToken).ConfigureAwait(false)).Items;

    /// <summary>The handle and, where a person has linked it, all others of the same customer.</summary>
    public static async ValueTask<IReadOnlyList<CustomerHandle>> AllOfAsync(IStoreTransaction transaction, CustomerHandle handle, CancellationToken cancellationToken)
        => await transaction.FindAsync(Handles, handle.Key, cancellationToken).ConfigureAwait(false) is { } linked
            ? [.. (await OfAsync(transaction, linked.Value.Customer, cancellationToken).ConfigureAwait(false)).Select(h => h.Value.Handle)]
            : [handle];
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(InstantJsonConverter)])]
[JsonSerializable(typeof(LinkedHandle))]
internal sealed partial class CustomerJson : JsonSerializerContext;
