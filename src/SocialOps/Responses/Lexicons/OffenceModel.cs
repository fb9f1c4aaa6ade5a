using System.Buffers.Binary;
using SocialOps.Responses.Text;

namespace SocialOps.Responses.Lexicons;

/// <summary>
/// How likely a German text offends somebody: a logistic regression over <see cref="CharGrams"/>, weights of eight bits. Trained by <c>eng/classifier</c> on posts of GermEval 2018 (CC BY 4.0, see NOTICE). Immutable and thread-safe.
/// </summary>
internal sealed class OffenceModel
{
    /// <summary>Words that the model neither learns from nor judges by.</summary>
    public const WordTraits Unseen = WordTraits.Link | WordTraits.Mention;

    private readonly sbyte[] _weights;
    private readonly int _bits;
    private readonly double _scale;
    private readonly double _bias;

    private OffenceModel(sbyte[] weights, double scale, double bias)
        => (_weights, _bits, _scale, _bias) = (weights, int.Log2(weights.Length), scale, bias);

    /// <summary>Reads a model: scale and bias as IEEE 754 doubles, then two to some power weights; little-endian.</summary>
    public static OffenceModel Read(ReadOnlySpan<byte> bytes)
        => new([.. bytes[16..].ToArray().Select(b => (sbyte)b)], BinaryPrimitives.ReadDoubleLittleEndian(bytes), BinaryPrimitives.ReadDoubleLittleEndian(bytes[8..]));

    /// <summary>The probability, 0 to 1.</summary>
    public double Ask(FoldedText text)
    {
        Span<int> hashes = stackalloc int[CharGrams.MostOfAWord];
        var (sum, count) = (0L, 0);
        foreach (var word in text.Words)
        {
            if ((word.Traits & Unseen) != 0)
            {
                continue;
            }

            var found = CharGrams.Of(text.Chars[(word.Start - 1)..(word.End + 1)], _bits, hashes);
            count += found;
            foreach (var hash in hashes[..found])
            {
                sum += _weights[hash];
            }
        }

        return count == 0 ? 0 : 1 / (1 + Math.Exp(-(_bias + (_scale * sum / Math.Sqrt(count)))));
    }
}
