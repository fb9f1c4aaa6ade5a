using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SocialOps.Approvals;

/// <summary>Makes secrets and compares them in constant time.</summary>
internal static class TokenSecrets
{
    public static (byte[] Secret, string Code) New(RandomNumberGenerator random)
    {
        var secret = new byte[TokenText.Bytes];
        random.GetBytes(secret);
        return (secret, NewCode(random));
    }

    public static string HashOf(ReadOnlySpan<byte> secret)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(secret, hash);
        return Convert.ToHexStringLower(hash);
    }

    public static string CodeHashOf(ReadOnlySpan<byte> secret, string code) => HashOf([.. secret, .. Encoding.UTF8.GetBytes(code)]);

    /// <summary>Compares two hashes; the time does not tell where they differ.</summary>
    public static bool Equal(string a, string b) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(a), Encoding.ASCII.GetBytes(b));

    /// <summary>Six digits, each value as likely as any other: what does not divide evenly is drawn again.</summary>
    private static string NewCode(RandomNumberGenerator random)
    {
        const uint Codes = 1_000_000;
        Span<byte> bytes = stackalloc byte[4];
        uint number;
        do
        {
            random.GetBytes(bytes);
            number = BitConverter.ToUInt32(bytes);
        }
        while (number >= uint.MaxValue - (uint.MaxValue % Codes));
        return (number % Codes).ToString("D6", CultureInfo.InvariantCulture);
    }
}
