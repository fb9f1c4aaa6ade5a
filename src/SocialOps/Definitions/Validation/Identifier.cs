using System.Buffers;

namespace SocialOps.Definitions.Validation;

/// <summary>How ids are written: 1 to 64 ASCII letters, digits, '-', '_' and '.', beginning with a letter or digit.</summary>
internal static class Identifier
{
    public const int MaxLength = 64;

    private static readonly SearchValues<char> s_allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    public static bool IsWellFormed(string? id)
        => id is { Length: > 0 and <= MaxLength } && char.IsAsciiLetterOrDigit(id[0]) && !id.AsSpan().ContainsAnyExcept(s_allowed);
}
