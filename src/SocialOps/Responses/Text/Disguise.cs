namespace SocialOps.Responses.Text;

/// <summary>Signs that stand for letters, and signs that are not what they look like.</summary>
internal static class Disguise
{
    /// <summary>What a masked part of a word becomes: "Sch***e" is "sch•e".</summary>
    public const char Mask = '•';

    /// <summary>The letter that a sign in the midst of a word stands for, or <see langword="null"/>.</summary>
    public static char? Stands(string text, int i)
    {
        var (before, after) = (i > 0 ? text[i - 1] : ' ', i + 1 < text.Length ? text[i + 1] : ' ');
        return text[i] switch
        {
            '*' or '#' or Mask when char.IsLetter(before) || before == text[i] => Mask,
            '$' or '§' when char.IsLetter(after) || after == text[i] || (char.IsLetter(before) && !char.IsLetterOrDigit(after)) => 's',
            '@' when char.IsLetter(before) && char.IsLetter(after) => 'a',
            '!' or '|' or '¡' when char.IsLetter(before) && char.IsLetter(after) => 'i',
            '€' when char.IsLetter(before) && char.IsLetter(after) => 'e',
            _ => null,
        };
    }

    /// <summary>The letter that a digit in the midst of letters stands for.</summary>
    public static char Letter(char digit) => digit switch
    {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '6' => 'g',
        '7' => 't',
        '8' => 'b',
        _ => digit,
    };

    /// <summary>How long the emoticon is that begins here, 0 for none, and the symbol that it counts as.</summary>
    public static int Emoticon(string text, int i, out string face)
    {
        face = "\u2639";
        if (text[i] == '-')
        {
            return i + 2 < text.Length && text[i + 1] is '.' or '_' && text[i + 2] == '-' ? 3 : 0;
        }

        if (text[i] is not (':' or ';' or '='))
        {
            return 0;
        }

        var mouth = i + 1;
        while (mouth < text.Length && mouth < i + 3 && text[mouth] is '-' or '\'' or '^')
        {
            mouth++;
        }

        if (mouth >= text.Length)
        {
            return 0;
        }

        face = text[mouth] switch
        {
            '(' or '[' or '<' => "\u2639",
            ')' or ']' => "\u263A",
            'D' or 'P' or 'p' or 'd' when mouth + 1 == text.Length || !char.IsLetterOrDigit(text[mouth + 1]) => "\u263A",
            '/' when mouth + 1 == text.Length || text[mouth + 1] != '/' => "\u2639",
            _ => "",
        };
        return face.Length == 0 ? 0 : mouth + 1 - i;
    }

    /// <summary>A web address begins here.</summary>
    public static bool BeginsLink(string text, int i)
    {
        var rest = text.AsSpan(i);
        return rest[0] is 'h' or 'H' or 'w' or 'W'
            && (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase));
    }
}
