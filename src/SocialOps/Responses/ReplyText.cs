using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SocialOps.Responses;

/// <summary>Which wording of a saved reply answers an item: the same one for the same item, whoever asks and how often.</summary>
internal static class ReplyText
{
    public static string For(SavedReplyDefinition reply, string itemId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(itemId));
        return reply.Texts[(int)(BinaryPrimitives.ReadUInt32BigEndian(hash) % (uint)reply.Texts.Count)];
    }
}
