using SocialOps.Channels;

namespace SocialOps.Tests.ChannelRules;

/// <summary>Each counter against what its network publishes; where an example comes from stands beside it.</summary>
[Requirement("4.18")]
public sealed class TextCountTests
{
    private const string Family = "👨‍👩‍👧‍👦";
    private const string Tens = "xxxxxxxxxx-";

    /// <summary>twitter-text, conformance/validate.yml, "lengths".</summary>
    [Theory]
    [InlineData("This is a test.", 15)]
    [InlineData("http://test.com", 23)]
    [InlineData("https://test.com", 23)]
    [InlineData("test.com", 23)]
    [InlineData("Test https://test.com test https://test.com test.com test", 86)]
    public void Of_XLengths_AreTwitterTexts(string text, int expected) => TextCount.Of(TextCounter.XWeighted, text).Should().Be(expected);

    /// <summary>twitter-text, conformance/validate.yml, "WeightedTweetsWithDiscountedEmojiCounterTest" (configuration 3).</summary>
    [Theory]
    [InlineData("Hi http://test.co", 26)]
    [InlineData("http://test.co", 23)]
    [InlineData("H🐱☺" + Family, 7)]
    [InlineData("😷👾😡🔥💩", 10)]
    [InlineData("🙋🏽👨‍🎤", 4)]
    [InlineData("This is a tweet with general punctuation characters: \u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B ‐ ‑ ‒ – — ― ‖  ‗ ‘ ’ ‚ ‛ “ ” „ ‟ ′ ″ ‴ ‵ ‶ ‷", 110)]
    [InlineData("randomurlrandomurlrandomurlrandomurlrandomurlrandomurlrandomurls.com", 68)]
    public void Of_XWeighted_IsTwitterTexts(string text, int expected) => TextCount.Of(TextCounter.XWeighted, text).Should().Be(expected);

    /// <summary>twitter-text, conformance/validate.yml, the same list: its long texts.</summary>
    [Fact]
    public void Of_XWeightedLongTexts_IsTwitterTexts()
    {
        X("285 chars-" + Repeat(Tens, 25)).Should().Be(285);
        X("285 chars- http://www.twitter.com/jack " + Repeat(Tens, 24)).Should().Be(299);
        X(Repeat(Tens, 24) + " http://www.twitter.com/jack ").Should().Be(289);
        X(Repeat("https://www.twitter.com/aloha ", 10)).Should().Be(240);
        X(Repeat("😷", 160)).Should().Be(320);
        X("the" + Repeat("故人西辞黄鹤楼，烟花三月下扬州。", 10)).Should().Be(323);
        X("282 chars-" + Repeat(Tens, 24) + "xxxxxÁx").Should().Be(281);
        X(Repeat("あいうえおかきくけこ", 12) + " http://" + Repeat("あいうえおかきくけこ", 5) + "あいう.com").Should().Be(358, "a label of more than 63 letters in Punycode is no host");
        X(Repeat("あいうえおかきくけこ", 12) + " http://" + Repeat("あいうえおかきくけこ", 5) + "あい.com").Should().Be(264);
    }

    /// <summary>docs.x.com, "Counting characters": emoji and URL tables.</summary>
    [Theory]
    [InlineData("👾", 2)]
    [InlineData("🙋🏽", 2)]
    [InlineData("👨‍🎤", 2)]
    [InlineData(Family, 2)]
    [InlineData("café", 4)]
    [InlineData("https://example.com/very/long/path", 23)]
    public void Of_X_IsWhatItsDocumentationSays(string text, int expected) => TextCount.Of(TextCounter.XWeighted, text).Should().Be(expected);

    /// <summary>Our own reading of twitter-text's rules: what is an emoji, what is a link.</summary>
    [Theory]
    [InlineData("1️⃣", 2)]
    [InlineData("🇩🇪", 2)]
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2)]
    [InlineData("©️", 2)]
    [InlineData("©", 1)]
    [InlineData("❤️", 2)]
    [InlineData("क्‍ष", 4)]
    [InlineData("ada@test.com", 12)]
    [InlineData("z.B. heute", 10)]
    [InlineData("Das gibt es.Im Laden", 20)]
    [InlineData("test.de", 7)]
    [InlineData("www.test.de", 23)]
    [InlineData("test.de/a", 23)]
    [InlineData("(https://test.com/a_(b))", 25)]
    [InlineData("https://test.com/a_(b)/c d", 25)]
    [InlineData("https://a123456789b123456789c123456789d123456789e123456789f123456789abcd.com", 76)]
    [InlineData("https://test.com/a.", 24)]
    [InlineData("https://test.com/a?b=c&d, x", 26)]
    public void Of_XWeighted_KnowsEmojiAndLinks(string text, int expected) => TextCount.Of(TextCounter.XWeighted, text).Should().Be(expected);

    /// <summary>mastodon/mastodon, spec/validators/status_length_validator_spec.rb: both texts pass at a limit of 500.</summary>
    [Fact]
    public void Of_MastodonLinkAndMention_AreCountedAsItsValidatorDoes()
    {
        Mastodon(Repeat("a", 476) + " http://" + Repeat("b", 30) + ".com/example").Should().Be(500);
        Mastodon(Repeat("a", 475) + " @alice@" + Repeat("b", 30) + ".com").Should().Be(482);
    }

    /// <summary>Mastodon counts grapheme clusters after the replacement (StatusLengthValidator); a link without a scheme is no link there.</summary>
    [Theory]
    [InlineData("👨‍👩‍👧‍👦", 1)]
    [InlineData("test.com", 8)]
    [InlineData("https://a.de", 23)]
    [InlineData("@alice und @bob@example.social", 15)]
    [InlineData("mail@example.com", 16)]
    public void Of_Mastodon_CountsWhatPeopleSee(string text, int expected) => Mastodon(text).Should().Be(expected);

    /// <summary>The examples of Bluesky's rich text documentation and client libraries: one grapheme, 25 bytes.</summary>
    [Fact]
    public void Of_BlueskyFamily_IsOneGraphemeOf25Bytes()
    {
        TextCount.Of(TextCounter.Grapheme, Family).Should().Be(1);
        TextCount.Of(TextCounter.Bytes, Family).Should().Be(25);
        TextCount.Of(TextCounter.Utf16, Family).Should().Be(11);
        TextCount.Of(TextCounter.Grapheme, "🤦🏼‍♂️").Should().Be(1);
        TextCount.Of(TextCounter.Bytes, "🤦🏼‍♂️").Should().Be(17);
    }

    /// <summary>UAX 29: Devanagari and Hangul clusters, a flag, CR LF.</summary>
    [Theory]
    [InlineData("", 0)]
    [InlineData("e\u0301", 1)]
    [InlineData("\u1100\u1161\u11a8", 1)]
    [InlineData("🇩🇪🇦🇹", 2)]
    [InlineData("नि", 1)]
    public void Of_Grapheme_IsUax29(string text, int expected) => TextCount.Of(TextCounter.Grapheme, text).Should().Be(expected);

    private static int X(string text) => TextCount.Of(TextCounter.XWeighted, text);

    private static int Mastodon(string text) => TextCount.Of(TextCounter.MastodonFlatUrl, text);

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
