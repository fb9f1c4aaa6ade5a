using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.People;
using SocialOps.Serialization;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Inbox;

/// <summary>When a source was looked at last, and how long that may be ago.</summary>
/// <param name="Source">The source, as whoever polls it names it.</param>
/// <param name="Client">Whose it is; <see langword="null"/> for the agency's own.</param>
/// <param name="LookedAt">The last successful look.</param>
/// <param name="Within">How long it may be ago.</param>
/// <param name="Number">Counts its rows.</param>
/// <param name="IsWatched">A row waits for the next silence; none does once people have been told.</param>
internal sealed record SourceWatch(string Source, ClientId? Client, Instant LookedAt, Duration Within, long Number, bool IsWatched)
{
    public const string WorkKind = "source.silent";

    public static readonly RecordKind<SourceWatch> Records = new("source", 1, SourceJson.Default.SourceWatch, w => w.Source);

    public Instant SilentAt => LookedAt + Within;

    /// <summary>The next row, at the earliest instant at which the source may have become silent.</summary>
    public (SourceWatch Watch, WorkDraft Row) Watched()
    {
        var next = this with { Number = Number + 1, IsWatched = true };
        return (next, new(WorkKind, Source, WorkClass.Urgent, SilentAt, $"{Source}/{next.Number}", default));
    }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(InstantJsonConverter), typeof(DurationJsonConverter)])]
[JsonSerializable(typeof(SourceWatch))]
internal sealed partial class SourceJson : JsonSerializerContext;
