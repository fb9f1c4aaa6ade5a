using System.Text.Json.Serialization;
using SocialOps.People;
using SocialOps.Serialization;
using SocialOps.Storage;

namespace SocialOps.Content;

/// <summary>How content is kept.</summary>
internal static class ContentRecords
{
    /// <summary>Slot 1: by planned instant. Slot 2: by client and age. Slot 3: by client and planned instant. Withdrawn ones are in no plan.</summary>
    public static readonly RecordKind<ContentItem> Items = new(
        "content-item",
        1,
        ContentJson.Default.ContentItem,
        i => i.Id.Value,
        i => new RecordIndexes(
            IsPlanned(i) ? IndexText.Of(i.Window!.PublishAt) : null,
            $"{i.Client}/{IndexText.Of(i.CreatedAt)}",
            IsPlanned(i) ? $"{i.Client}/{IndexText.Of(i.Window!.PublishAt)}" : null));

    public static readonly RecordKind<Revision> Revisions = new("content-revision", 1, ContentJson.Default.Revision, r => KeyOf(r.Item, r.Number));

    /// <summary>Slot 1: by item. Slot 2: open ones by client and due instant.</summary>
    public static readonly RecordKind<ContributionRequest> Contributions = new(
        "contribution",
        1,
        ContentJson.Default.ContributionRequest,
        c => c.Id.Value,
        c => new RecordIndexes(
            c.Item is { } item ? $"{item}/{IndexText.Of(c.RequestedAt)}" : null,
            c.IsOpen ? $"{c.Client}/{IndexText.Of(c.DueAt)}" : null));

    public static readonly RecordKind<EditorialPlan> Plans = new("editorial-plan", 1, ContentJson.Default.EditorialPlan, p => KeyOf(p.Client, p.Version));

    public static readonly RecordKind<ClientGuide> Guides = new("style-guide", 1, ContentJson.Default.ClientGuide, g => KeyOf(g.Client, g.Guide.Version));

    public static string KeyOf(ClientId client, int version) => $"{client}/{IndexText.Of(version)}";

    public static string KeyOf(ContentItemId item, int number) => $"{item}/{IndexText.Of(number)}";

    private static bool IsPlanned(ContentItem item) => item.Window is not null && item.Variants.Any(v => v.State is not (VariantState.Withdrawn or VariantState.Rejected));
}

/// <summary>One version of a client's style guide.</summary>
internal sealed record ClientGuide(ClientId Client, StyleGuide Guide);

[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    AllowOutOfOrderMetadataProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(InstantJsonConverter), typeof(DurationJsonConverter), typeof(LocalDateJsonConverter), typeof(LocalTimeJsonConverter), typeof(LocalDateTimeJsonConverter), typeof(PeriodJsonConverter)])]
[JsonSerializable(typeof(ContentItem))]
[JsonSerializable(typeof(Revision))]
[JsonSerializable(typeof(ContributionRequest))]
[JsonSerializable(typeof(EditorialPlan))]
[JsonSerializable(typeof(ClientGuide))]
internal sealed partial class ContentJson : JsonSerializerContext;
