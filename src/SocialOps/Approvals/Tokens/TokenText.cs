namespace SocialOps.Approvals;

/// <summary>The text of a token: 256 bits in 52 lower-case letters and digits (base32), safe in an address of a page and in the local part of a mail address. One text for one token: no other spelling is read.</summary>
internal static class TokenText
{
    public const int Bytes = 32;
    public const int Length = 52;
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    public static string Of(ReadOnlySpan<byte> secret)
    {
        Span<char> text = stackalloc char[Length];
        var (buffer, bits, at) = (0, 0, 0);
        foreach (var b in secret)
        {
            buffer = ((buffer << 8) | b) & 0xFFF;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text[at++] = Alphabet[(buffer >> (bits - 5)) & 31];
            }
        }

        text[at] = Alphabet[(buffer << (5 - bits)) & 31];
        return text.ToString();
    }

    /// <summary>The secret of a text of the right length, or <see langword="false"/> when it is not exactly how <see cref="Of"/> writes one.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, Span<byte> secret)
    {
        if (text.Length != Length)
        {
            return false;
        }

        var (buffer, bits, at) = (0, 0, 0);
        foreach (var c in text)
        {
            var digit = c is >= 'a' and <= 'z' ? c - 'a' : c is >= '2' and <= '7' ? c - '2' + 26 : -1;
            if (digit < 0)
            {
                return false;
            }

            buffer = ((buffer << 5) | digit) & 0xFFF;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                secret[at++] = (byte)(buffer >> bits);
            }
        }

        return (buffer & ((1 << bits) - 1)) == 0; // the four bits that are left over carry nothing
    }
}
