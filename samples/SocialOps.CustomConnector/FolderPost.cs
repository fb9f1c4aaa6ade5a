using System.Text.Json;
using System.Text.Json.Serialization;
using SocialOps.Channels;

namespace SocialOps.CustomConnector;

/// <summary>A post as it stands in its file.</summary>
/// <param name="Account">Who speaks.</param>
/// <param name="Text">The text, exactly.</param>
/// <param name="InReplyTo">What it answers, or <see langword="null"/>.</param>
/// <param name="Content">Link, media, poll and audience of a post of its own; <see langword="null"/> for a reply.</param>
public sealed record FolderPost(string Account, string Text, string? InReplyTo, JsonElement? Content)
{
    /// <summary>The file's bytes.</summary>
    public static byte[] Of(PublishRequest request)
    {
        JsonElement? content = request.Body.IsEmpty ? null : JsonElement.Parse(request.Body.Span);
        return JsonSerializer.SerializeToUtf8Bytes(new(request.Account.Value, request.Text, request.InReplyTo, content), FolderJson.Default.FolderPost);
    }

    /// <summary>Reads a post's file.</summary>
    public static FolderPost Read(string path) => JsonSerializer.Deserialize(File.ReadAllBytes(path), FolderJson.Default.FolderPost)!;
}

/// <summary>The files' JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(FolderPost))]
internal sealed partial class FolderJson : JsonSerializerContext;
