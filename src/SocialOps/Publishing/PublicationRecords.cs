using System.Text.Json.Serialization;
using SocialOps.Serialization;
using SocialOps.Storage;

namespace SocialOps.Publishing;

internal static class PublicationRecords
{
    /// <summary>Slot 1: unfinished ones by age. Slot 2: the case or the content item. Slot 3: sent ones by what the network calls them.</summary>
    public static readonly RecordKind<Publication> Publications = new(
        "publication",
        1,
        PublicationJson.Default.Publication,
        p => p.Id.Value,
        p => new RecordIndexes(
            p.State is PublicationState.Published or PublicationState.Failed or PublicationState.Cancelled or PublicationState.Retracted ? null : IndexText.Of(p.CreatedAt),
            (p.Origin ?? p.Content?.Item.Value) is { } origin ? $"{origin}/{IndexText.Of(p.CreatedAt)}" : null,
            p.ExternalId is { } id ? SentKey(p.Network, id) : null));

    public static string SentKey(string network, string externalId)
    {
        var key = $"{network}/{externalId}";
        return key.Length <= 190 ? key : key[..190];
    }
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(InstantJsonConverter)])]
[JsonSerializable(typeof(Publication))]
internal sealed partial class PublicationJson : JsonSerializerContext;
