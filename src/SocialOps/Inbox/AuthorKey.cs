using System.Security.Cryptography;
using System.Text;
using SocialOps.Channels;
using SocialOps.People;

namespace SocialOps.Inbox;

/// <summary>Who wrote, as index columns hold it: of any length, without regard to case or a leading @, and never the name itself.</summary>
internal static class AuthorKey
{
    /// <summary>32 hexadecimal digits for an author of a network, as a client knows them.</summary>
    public static string Of(ClientId client, string network, string author)
    {
        var name = author.Trim().TrimStart('@').ToUpperInvariant();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{client}\n{Networks.Canonical(network)}\n{name}")).AsSpan(0, 16));
    }
}
