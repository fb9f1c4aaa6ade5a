using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.People;
using SocialOps.Serialization;
using SocialOps.Storage;

namespace SocialOps.Inbox;

/// <summary>How the inbox is kept.</summary>
internal static class InboxRecords
{
    /// <summary>The raw bytes, by their hash. Slot 1: quarantined ones, in the order of arrival. Slot 2: all in the order of arrival. Slot 3: by item and arrival.</summary>
    public static readonly RecordKind<RawDelivery> Raw = new("inbound-raw", 1, CaseJson.Default.RawDelivery, r => r.Id, r => new RecordIndexes(r.Findings is null ? null : IndexText.Of(r.ReceivedAt), IndexText.Of(r.ReceivedAt), r.Item is null ? null : $"{r.Item}/{IndexText.Of(r.ReceivedAt)}"));

    /// <summary>Slot 1: by case. Slot 2: by client and arrival. Slot 3: by author and arrival. Slot 4: those that are not erased, in the order of arrival.</summary>
    public static readonly RecordKind<InboundItem> Items = new(
        "inbound-item",
        1,
        CaseJson.Default.InboundItem,
        i => i.Id,
        i => new RecordIndexes($"{i.Case}/{IndexText.Of(i.WrittenAt)}", $"{i.Client}/{IndexText.Of(i.ReceivedAt)}", i.Author.Length == 0 ? null : $"{AuthorKey.Of(i.Client, i.Network, i.Author)}/{IndexText.Of(i.ReceivedAt)}", i.ErasedAt is null ? IndexText.Of(i.ReceivedAt) : null));

    /// <summary>Which case a thread is in.</summary>
    public static readonly RecordKind<ConversationThread> Threads = new("thread", 1, CaseJson.Default.ConversationThread, t => t.Id);

    /// <summary>Slot 1: by client and age.</summary>
    public static readonly RecordKind<RiskAcceptance> Risks = new("risk-acceptance", 1, CaseJson.Default.RiskAcceptance, r => r.Id.Value, r => new RecordIndexes($"{r.Client}/{IndexText.Of(r.SignedAt)}"));

    /// <summary>Slot 1: by client and age. Slot 2: by item.</summary>
    public static readonly RecordKind<ItemModeration> Moderations = new("moderation", 1, CaseJson.Default.ItemModeration, m => m.Id.Value, m => new RecordIndexes($"{m.Client}/{IndexText.Of(m.DecidedAt)}", m.Item));

    /// <summary>Slot 1: open ones by age. Slot 2: open ones by who is responsible. Slot 3: by client and age. Slot 4: open ones by client.</summary>
    public static readonly RecordKind<Case> Cases = new(
        "case",
        1,
        CaseJson.Default.Case,
        c => c.Id.Value,
        c => new RecordIndexes(
            c.ClosedAt is null ? IndexText.Of(c.OpenedAt) : null,
            c.ClosedAt is null && c.Responsible is { } who ? $"{who.Key}/{IndexText.Of(c.OpenedAt)}" : null,
            $"{c.Client}/{IndexText.Of(c.OpenedAt)}",
            c.ClosedAt is null ? $"{c.Client}/{IndexText.Of(c.OpenedAt)}" : null));
}

/// <summary>What a platform has shown us, as it came.</summary>
internal sealed record RawDelivery
{
    public required string Id { get; init; }

    public required string Format { get; init; }

    public ClientId? Client { get; init; }

    public required byte[] Bytes { get; init; }

    public required Instant ReceivedAt { get; init; }

    /// <summary>Why nobody can read it: it is in quarantine.</summary>
    public IReadOnlyList<Finding>? Findings { get; init; }

    /// <summary>Which item of its network it tells of, as <see cref="ItemKey"/>; <see langword="null"/> where that cannot be read.</summary>
    public string? Item { get; init; }

    /// <summary>32 hexadecimal digits for an item of a network.</summary>
    public static string ItemKey(string network, string externalId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{network}\n{externalId}")).AsSpan(0, 16));
}

/// <summary>A thread and the case it is in, open or closed.</summary>
internal sealed record ConversationThread(string Id, CaseId Case);

[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    AllowOutOfOrderMetadataProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(InstantJsonConverter), typeof(DurationJsonConverter), typeof(LocalTimeJsonConverter)])]
[JsonSerializable(typeof(RawDelivery))]
[JsonSerializable(typeof(ErasureKey))]
[JsonSerializable(typeof(InboundItem))]
[JsonSerializable(typeof(ConversationThread))]
[JsonSerializable(typeof(Case))]
[JsonSerializable(typeof(ClockPayload))]
[JsonSerializable(typeof(StepPayload))]
[JsonSerializable(typeof(ClientCrisis))]
[JsonSerializable(typeof(RiskAcceptance))]
[JsonSerializable(typeof(ItemModeration))]
[JsonSerializable(typeof(PlaceBaseline))]
[JsonSerializable(typeof(PlaceVolume))]
[JsonSerializable(typeof(HourPayload))]
internal sealed partial class CaseJson : JsonSerializerContext;
