using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SocialOps.Responses;

/// <summary>Which replies are looked at: the first 20 of a sender and category, and again after each breach, then one in ten. Pure: the same reply is a sample or not, whoever asks.</summary>
internal static class SamplingRule
{
    public const int First = 20;
    private const int OneIn = 10;

    /// <param name="publication">The publication's id.</param>
    /// <param name="before">How many samples there are since the last breach; beyond <see cref="First"/> it does not matter how many.</param>
    public static bool IsSample(string publication, int before)
        => before < First || BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(publication))) % OneIn == 0;
}
