using System.Diagnostics;
using System.Globalization;

namespace SocialOps.Tests.Fuzzing;

/// <summary>What strangers write, changed by chance, thousands of times (reliability F19, F20). <c>SOCIALOPS_FUZZ</c> sets how many inputs a parser gets, <c>SOCIALOPS_SEED</c> repeats them.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const long MostBytes = 64L * 1024 * 1024;
    
    /// <summary>Only what never ends fails here: how long it takes stands in the closing line, and means something on a machine that does nothing else.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(5);

    public static TheoryData<string> Parsers() => [.. Parser.All.Select(p => p.Name)];

    public static int Count(int few) => int.TryParse(Environment.GetEnvironmentVariable("SOCIALOPS_FUZZ"), CultureInfo.InvariantCulture, out var many) ? many : few;

    public static int Seed => int.TryParse(Environment.GetEnvironmentVariable("SOCIALOPS_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : Random.Shared.Next(1_000_000);

    [Theory]
    [MemberData(nameof(Parsers))]
    public void Read_MutatedInputs_GivesAnAnswerOrItsOwnRefusal(string name)
    {
        var (parser, count, seed) = (Parser.All.Single(p => p.Name == name), Count(2_000), Seed);
        var (refused, longest, slowest, most) = (0, 0, TimeSpan.Zero, 0L);
        foreach (var text in parser.Corpus)
        {
            Read(parser, text, 0); // what is made once is made now
        }

        for (var i = 0; i < count; i++)
        {
            var text = new Mutator(unchecked(seed + i)).Mutate(parser.Corpus);
            var (time, bytes, isRefused) = Read(parser, text, seed + i);
            for (var again = 0; again < 4 && time > slowest; again++)
            {
                // A machine that did something else meanwhile is not the parser's fault.
                time = TimeSpan.FromTicks(Math.Min(time.Ticks, Read(parser, text, seed + i).Time.Ticks));
            }

            time.Should().BeLessThanOrEqualTo(s_longest, "of {0} characters (seed {1}): {2}", text.Length, seed + i, text[..Math.Min(400, text.Length)]);
            bytes.Should().BeLessThanOrEqualTo(MostBytes, "of {0} characters (seed {1}): {2}", text.Length, seed + i, text[..Math.Min(400, text.Length)]);
            (refused, longest) = (refused + (isRefused ? 1 : 0), Math.Max(longest, text.Length));
            (slowest, most) = (time > slowest ? time : slowest, Math.Max(most, bytes));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"fuzz: {name}: {count} inputs, {refused} refused, 0 other failures; longest {longest} characters, slowest {slowest.TotalMilliseconds:0.0} ms, most {most / 1024 / 1024.0:0.0} MiB (seed {seed})"));
    }

    /// <summary>Eight times as much may take eight times as long, not sixty-four times.</summary>
    [Theory]
    [MemberData(nameof(Parsers))]
    public void Read_EightTimesAsMuch_TakesNowhereNearSixtyFourTimesAsLong(string name)
    {
        var parser = Parser.All.Single(p => p.Name == name);
        foreach (var text in parser.Corpus.Concat(["{{", "> ", "aaaa ", "BEGIN:VEVENT\n", "http://a.b/", "\u0301", "\"", " ", "ja\n", "{{author}}", "-"]))
        {
            var (few, many) = (Mutator.Repeat(text, 16 * 1024), Mutator.Repeat(text, 128 * 1024));
            var (small, large) = (Best(parser, few), Best(parser, many));
            for (var again = 0; again < 3 && large > Most(small); again++)
            {
                (small, large) = (Best(parser, few), Best(parser, many));
            }

            large.Should().BeLessThanOrEqualTo(Most(small), "{0} reads '{1}' again and again", name, text);
        }
    }

    private static TimeSpan Most(TimeSpan small) => (small + TimeSpan.FromMilliseconds(2)) * 32;

    private static TimeSpan Best(Parser parser, string text) => Enumerable.Range(0, 3).Select(_ => Read(parser, text, 0).Time).Min();

    private static (TimeSpan Time, long Bytes, bool IsRefused) Read(Parser parser, string text, int seed)
    {
        var (bytes, start) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        try
        {
            parser.Read(text);
            return (Stopwatch.GetElapsedTime(start), GC.GetAllocatedBytesForCurrentThread() - bytes, false);
        }
        catch (Exception exception) when (parser.Refusals.Any(r => r.IsInstanceOfType(exception)))
        {
            return (Stopwatch.GetElapsedTime(start), GC.GetAllocatedBytesForCurrentThread() - bytes, true);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{parser.Name}, seed {seed}, {text.Length} characters: {(text.Length < 400 ? text : text[..400])}", exception);
        }
    }
}
