using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.Serialization;
using SocialOps.Storage;

namespace SocialOps.Recovery;

/// <summary>Up to where a tenant's entries of the journal were compared with the database after a restore.</summary>
internal sealed record ReplayMark(Instant Until)
{
    public const string Id = "journal";

    public static readonly RecordKind<ReplayMark> Records = new("recovery", 1, ReplayJson.Default.ReplayMark, _ => Id);
}

[JsonSourceGenerationOptions(Converters = [typeof(InstantJsonConverter)])]
[JsonSerializable(typeof(ReplayMark))]
internal sealed partial class ReplayJson : JsonSerializerContext;
