using System.Text.Json.Serialization;
using SocialOps.Serialization;
using SocialOps.Storage;

namespace SocialOps.Notifications;

/// <summary>How notices and mailboxes are kept. A notice is listed by its mailbox until it is handed over.</summary>
internal static class NotificationRecords
{
    public static readonly RecordKind<Mailbox> Mailboxes = new("mailbox", 1, NotificationJson.Default.Mailbox, m => m.Key);

    /// <summary>Slot 1: the mailbox, in the order of writing.</summary>
    public static readonly RecordKind<Notice> Notices = new(
        "notice",
        1,
        NotificationJson.Default.Notice,
        n => n.Id.Value,
        n => new RecordIndexes(n.DeliveredAt is null ? $"{Mailbox.KeyOf(n.Recipient, n.IsUrgent)}/{IndexText.Of(n.CreatedAt)}" : null));
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(InstantJsonConverter)])]
[JsonSerializable(typeof(Mailbox))]
[JsonSerializable(typeof(Notice))]
[JsonSerializable(typeof(NotifyPayload))]
internal sealed partial class NotificationJson : JsonSerializerContext;

/// <summary>Which digest a row stands for.</summary>
internal sealed record NotifyPayload(string Mailbox, long Sequence);
