using System.Text.Json.Serialization;
using SocialOps.Serialization;
using SocialOps.Storage;

namespace SocialOps.Responses;

/// <summary>How samples, what they led to, and the pool's use and gaps are kept.</summary>
internal static class ResponseRecords
{
    /// <summary>Slot 1: those that nobody has looked at, the oldest first. Slot 2: by sender, category and epoch.</summary>
    public static readonly RecordKind<QualitySample> Samples = new(
        "quality-sample",
        1,
        ResponseJson.Default.QualitySample,
        s => s.Id,
        s => new RecordIndexes(s.Verdict is null ? IndexText.Of(s.SentAt) : null, $"{SamplesOf(ConformityRecord.KeyOf(s.Client, s.Sender, s.Category), s.Epoch)}{IndexText.Of(s.SentAt)}"));

    /// <summary>By client, sender and category.</summary>
    public static readonly RecordKind<ConformityRecord> Conformity = new("conformity", 1, ResponseJson.Default.ConformityRecord, c => c.Key, c => new RecordIndexes($"{c.Client}/{c.Sender}"));

    /// <summary>Slot 1: by saved reply and time.</summary>
    public static readonly RecordKind<ReplyUse> Uses = new("reply-use", 1, ResponseJson.Default.ReplyUse, u => u.Publication, u => new RecordIndexes($"{u.Reply}/{IndexText.Of(u.At)}"));

    /// <summary>Slot 1: open ones by client and time.</summary>
    public static readonly RecordKind<PoolGap> Gaps = new("pool-gap", 1, ResponseJson.Default.PoolGap, g => g.Item, g => new RecordIndexes(g.Closing is null ? $"{g.Client}/{IndexText.Of(g.At)}" : null));

    public static string SamplesOf(string key, int epoch) => FormattableString.Invariant($"{key}/{epoch:D6}/");
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(InstantJsonConverter)])]
[JsonSerializable(typeof(QualitySample))]
[JsonSerializable(typeof(ConformityRecord))]
[JsonSerializable(typeof(ReplyUse))]
[JsonSerializable(typeof(PoolGap))]
internal sealed partial class ResponseJson : JsonSerializerContext;
