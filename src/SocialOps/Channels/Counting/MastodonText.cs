using System.Text;
using System.Text.RegularExpressions;

namespace SocialOps.Channels.Counting;

/// <summary>What Mastodon counts of a text: 23 letters for a link with a scheme, the local part of a mention.</summary>
internal static partial class MastodonText
{
    private const int LinkLength = 23;

    public static string Countable(string text)
    {
        var countable = new StringBuilder(text.Length);
        var done = 0;
        foreach (var (start, length) in WebAddress.FindAll(text, bareToo: false))
        {
            AppendLocalMentions(countable, text[done..start]);
            countable.Append('x', LinkLength);
            done = start + length;
        }

        AppendLocalMentions(countable, text[done..]);
        return countable.ToString();
    }

    private static void AppendLocalMentions(StringBuilder countable, string text) => countable.Append(RemoteMention().Replace(text, "@$1"));

    [GeneratedRegex(@"(?<![=/\w])@([a-z0-9_]+(?:[a-z0-9_.-]+[a-z0-9_]+)?)@[\w.-]+\w", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RemoteMention();
}
