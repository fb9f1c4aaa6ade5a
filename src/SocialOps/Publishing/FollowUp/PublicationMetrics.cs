using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.Channels;
using SocialOps.Serialization;
using SocialOps.Storage;

namespace SocialOps.Publishing;

/// <summary>A publication's numbers at an instant (requirement 1.14).</summary>
/// <param name="Publication">The publication.</param>
/// <param name="At">When they were read.</param>
/// <param name="Metrics">The numbers; <see langword="null"/> when the post was not there any more.</param>
public sealed record MetricsSnapshot(PublicationId Publication, Instant At, PostMetrics? Metrics);

internal static class MetricsRecords
{
    /// <summary>By publication and instant.</summary>
    public static readonly RecordKind<MetricsSnapshot> Snapshots = new("publication-metrics", 1, MetricsJson.Default.MetricsSnapshot, s => $"{s.Publication}/{IndexText.Of(s.At)}");
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(InstantJsonConverter)])]
[JsonSerializable(typeof(MetricsSnapshot))]
internal sealed partial class MetricsJson : JsonSerializerContext;
