using System.Security.Cryptography;
using System.Text;

namespace SocialOps.Classifier.Lab;

/// <summary>A labelled post.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Offends">What its annotators found.</param>
/// <param name="MayTune">It is of the half that everything is tuned on; the other half is for the one final look.</param>
internal sealed record Post(string Text, bool Offends, bool MayTune)
{
    /// <summary>Reads a file of GermEval 2018: text, OTHER or OFFENSE, fine label; |LBR| stands for a line's end.</summary>
    public static IEnumerable<Post> Read(string path)
        => File.ReadLines(path).Select(line => line.Split('\t')).Where(c => c.Length >= 2)
            .Select(c => new Post(c[0].Replace("|LBR|", "\n", StringComparison.Ordinal), c[1] == "OFFENSE", IsTuning(c[0])));

    /// <summary>Half of all posts, by a hash of their letters: names, addresses and signs do not count, so that repeated posts fall on one side.</summary>
    public static bool IsTuning(string text)
    {
        var words = text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w[0] != '@' && !w.StartsWith("http", StringComparison.Ordinal) && w != "rt");
        var letters = string.Concat(words).Where(c => c is (>= 'a' and <= 'z') or 'ä' or 'ö' or 'ü' or 'ß');
        return SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(letters)))[0] % 2 == 0;
    }
}
