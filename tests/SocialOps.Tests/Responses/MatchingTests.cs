using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using SocialOps.Channels;
using SocialOps.Responses;
using SocialOps.Responses.Matching;
using SocialOps.Responses.Text;
using SocialOps.Serialization;

namespace SocialOps.Tests.Responses;

public sealed class MatchingTests
{
    /// <summary>The plain meaning of a phrase: some words of the text, one after the other.</summary>
    [Fact]
    public void Find_AnyPhrasesInAnyText_FindsWhatAPlainSearchFinds()
    {
        var word = Gen.Elements("ab", "a", "ba", "abab", "b", "c");
        var part = from text in word from shape in Gen.Choose(0, 5) select shape switch { 0 => text + "*", 1 => "*" + text, 2 => "*" + text + "*", _ => text };
        var phrase = from parts in Gen.ListOf(part, 3) from length in Gen.Choose(1, 3) select string.Join(' ', parts.Take(length));
        var cases = from phrases in Gen.ListOf(phrase, 6) from text in Gen.ListOf(word, 9) select (phrases.ToList(), text.ToList());

        Prop.ForAll(cases.ToArbitrary(), c => Found(c.Item1, string.Join(' ', c.Item2)).SequenceEqual(c.Item1.Select((p, i) => (p, i)).Where(p => Stands(p.p, c.Item2)).Select(p => p.i))).QuickCheckThrowOnFailure();
    }

    /// <summary>Texts of 64 KiB that would be slow if anything looked back over the text: 2 s for each is a hundred times what it takes.</summary>
    [Theory]
    [InlineData("a")]
    [InlineData("a ")]
    [InlineData("nicht gut ")]
    [InlineData("scheiße")]
    [InlineData("i d i o t ")]
    [InlineData("\u0301\u0308\u200B")]
    [InlineData("a\u0301\u0328")]
    [InlineData("$a€b@c!d*1")]
    [InlineData("é😡👍🏽")]
    [InlineData(":(:-)=D")]
    [InlineData("\uFDFA")]
    public void Explain_LargestText_TakesLinearTime(string unit)
    {
        var text = SafeText.From(string.Concat(Enumerable.Repeat(unit, SafeText.MaxBytes / unit.Length))).Value;
        var policy = new ResponsePolicy(new() { Id = new("p"), Rules = [new() { Id = "r", Category = Category.Spam, Any = ["*a* *b* *c*", "a a a a b", "*i* *d*", "nicht* gut nein"] }] });
        policy.Explain("warm", "x");
        var clock = Stopwatch.StartNew();

        policy.Explain(text, "x");

        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(2));
    }

    /// <summary>3,000 texts of any UTF-16; SOCIALOPS_FUZZ sets another number.</summary>
    [Fact]
    public void Explain_AnyUtf16_NeverThrowsAndNamesPlacesInTheText()
    {
        var policy = new ResponsePolicy(new() { Id = new("p"), Rules = [new() { Id = "r", Category = Category.Spam, Any = ["*a*", "привет", "ß", "😡", "i d"], None = ["z"] }] });
        string[] words = ["danke", "Arschloch", "nicht", "gut", " ", "\u0308", "\u200D", "\uD83D", "\uDE21", "\0", "\uFFFE", "\uFDD0", "😡", "👩‍👩‍👧", "ﷺ", "ｱ", "а", "$", "@", "*", "1", ".", ":(", "http://", "\u202E", "İ", "ſ", "ẞ", "\uDBFF\uDFFF", "각", "가", "\u1100\u1161", "ä", "a\u0308"];
        var random = new Random(20260301);
        for (var i = 0; i < Runs; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => random.Next(3) == 0 ? ((char)random.Next(char.MaxValue + 1)).ToString() : words[random.Next(words.Length)]));

            var trace = policy.Explain(text, "x");

            trace.Classification.Labels.SelectMany(l => l.Evidence).Concat(trace.Rules.SelectMany(r => r.Evidence)).Concat(trace.Classification.Sentiment?.Evidence ?? [])
                .Should().NotContain(e => e.Start < 0 || e.Length <= 0 || e.Start + e.Length > text.Length, "that is a place in text {0}", i);
            policy.Classify(text, "x").Should().BeEquivalentTo(trace.Classification);
        }
    }

    private static int Runs => int.TryParse(Environment.GetEnvironmentVariable("SOCIALOPS_FUZZ"), out var runs) ? runs : 3_000;

    private static IEnumerable<int> Found(List<string> phrases, string text)
    {
        using var folded = FoldedText.Of(text);
        using var hits = HitList.Rent();
        new PhraseMatcher(phrases.Select(p => new Phrase(p))).Find(folded, hits);
        return hits.Hits.ToArray().Select(h => h.Phrase).Distinct().Order();
    }

    private static bool Stands(string phrase, List<string> words)
    {
        var parts = phrase.Split(' ');
        return Enumerable.Range(0, words.Count).Any(start => start + parts.Length <= words.Count && parts.Select((part, i) => Fits(part, words[start + i])).All(fits => fits));
    }

    private static bool Fits(string part, string word) => (part[0], part[^1]) switch
    {
        ('*', '*') => word.Contains(part.Trim('*'), StringComparison.Ordinal),
        ('*', _) => word.EndsWith(part.Trim('*'), StringComparison.Ordinal),
        (_, '*') => word.StartsWith(part.Trim('*'), StringComparison.Ordinal),
        _ => word == part,
    };
}
