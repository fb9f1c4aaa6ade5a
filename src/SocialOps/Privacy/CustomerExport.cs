using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.Auditing;
using SocialOps.Inbox;
using SocialOps.Notifications;
using SocialOps.Publishing;
using SocialOps.Responses;
using SocialOps.Serialization;

namespace SocialOps.Privacy;

/// <summary>
/// Everything that is held about a customer, as one document (GDPR Art. 15 and 20). Look through it before it is handed out: cases and notices also name people of the agency, and a delivery may name others.
/// </summary>
public sealed record CustomerExport
{
    /// <summary>When it was made.</summary>
    public required Instant ExportedAt { get; init; }

    /// <summary>The handles whose data it holds: the one that was asked for, and those that a person has linked with it.</summary>
    public required IReadOnlyList<CustomerHandle> Handles { get; init; }

    /// <summary>What they wrote, in the order of arrival, with all that is held because of it.</summary>
    public required IReadOnlyList<ExportedItem> Items { get; init; }

    /// <summary>The cases that deal with it.</summary>
    public required IReadOnlyList<ExportedCase> Cases { get; init; }

    /// <summary>Deliveries that nobody could read and in which one of the names stands.</summary>
    public required IReadOnlyList<ExportedDelivery> Unread { get; init; }

    /// <summary>The document as UTF-8 JSON, indented.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ExportJson.Default.CustomerExport);
}

/// <summary>One thing that a customer wrote.</summary>
/// <param name="Item">What we know of it.</param>
/// <param name="Deliveries">What the platform has shown us of it, as it came.</param>
/// <param name="Replies">Our replies to it, whatever became of them.</param>
/// <param name="Samples">Those of them that somebody looks at for their quality.</param>
/// <param name="Proposals">Replies to it that were proposed for approval.</param>
/// <param name="Moderations">What was done to it, with the evidence.</param>
public sealed record ExportedItem(InboundItem Item, IReadOnlyList<ExportedDelivery> Deliveries, IReadOnlyList<Publication> Replies, IReadOnlyList<QualitySample> Samples, IReadOnlyList<ReplyProposal> Proposals, IReadOnlyList<ItemModeration> Moderations);

/// <summary>A case in which a customer wrote.</summary>
/// <param name="Case">The case.</param>
/// <param name="History">What happened in it, with the reasons that people gave; the latest 1,000 events, the oldest first.</param>
/// <param name="Notices">What people were told about it.</param>
public sealed record ExportedCase(Case Case, IReadOnlyList<AuditEvent> History, IReadOnlyList<Notice> Notices);

/// <summary>Something that a platform has shown.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="Format">How it is to be read.</param>
/// <param name="Text">Its bytes as text; <see langword="null"/> where they are no UTF-8.</param>
/// <param name="Bytes">Its bytes, where they are no text.</param>
public sealed record ExportedDelivery(string Id, Instant ReceivedAt, string Format, string? Text, ReadOnlyMemory<byte>? Bytes)
{
    internal static ExportedDelivery Of(RawDelivery raw)
        => System.Text.Unicode.Utf8.IsValid(raw.Bytes) ? new(raw.Id, raw.ReceivedAt, raw.Format, System.Text.Encoding.UTF8.GetString(raw.Bytes), null) : new(raw.Id, raw.ReceivedAt, raw.Format, null, raw.Bytes);
}

[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(InstantJsonConverter), typeof(DurationJsonConverter), typeof(LocalTimeJsonConverter)])]
[JsonSerializable(typeof(CustomerExport))]
internal sealed partial class ExportJson : JsonSerializerContext;
