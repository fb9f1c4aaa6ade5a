using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using SocialOps.Content;
using static SocialOps.Tests.Content.Variants;

namespace SocialOps.Tests.Content;

/// <summary>Equal content has equal bytes, other content has others (approvals.md, "Content hash").</summary>
public sealed class VariantHashTests
{
    [Fact]
    public void ToCanonicalBytes_EveryMember_AreTheseForEver()
        => Encoding.UTF8.GetString(Full().ToCanonicalBytes()).Should().Be(
            """{"account":"shop-x","audience":{"countries":["AT","DE"],"minAge":18,"visibility":"followers"},"firstComment":"Mehr dazu","format":1,"kind":"post","language":"de","link":"https://shop.example/a?b=1","media":[{"altText":"Eine Bäckerin","crop":[1,2,300,400],"file":"d4e24d749a4fe2f161af2de913c0402b04e3ae287dafd0f9dbfa4a5c56c69285","thumbnail":"94e8566ddfc123edf115fcbb35a16973409d95e05e3deb7dc4a15a7af325a885"},{"file":"ae448ac86c4e8e4dec645729708ef41873ae79c6dff84eff73360989487f08e5"}],"paidPartnership":true,"poll":{"multiple":true,"options":["ja","nein"],"seconds":86400},"replyTo":"4711","text":"Grüße aus Köln\n\"Hallo\" \\ \u0001 😀"}""");

    [Fact]
    public void ToCanonicalBytes_OnlyAText_LeaveOutWhatIsNotSet()
        => Encoding.UTF8.GetString(Saying("Hallo").ToCanonicalBytes()).Should().Be("""{"account":"shop-x","audience":{"visibility":"public"},"format":1,"kind":"post","text":"Hallo"}""");

    /// <summary>RFC 8785, 3.2.2.2: the short escapes where there are some, the others as \u00xx in lower case, everything else as it is.</summary>
    [Fact]
    public void ToCanonicalBytes_ControlCharacters_AreEscapedAsRfc8785Says()
    {
        var controls = string.Concat(Enumerable.Range(1, 31).Select(i => (char)i)) + "\"\\/\u007f\u2028é";

        Encoding.UTF8.GetString(Saying(controls).ToCanonicalBytes()).Should().EndWith(
            """"text":"\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\"\\/"""" + "\u007f\u2028é\"}");
    }

    [Fact]
    public void ComputeHash_AnyMemberChanged_IsAnotherHash()
    {
        var changed = EveryMutation.Of(Full(), typeof(Variant), "variant").Select(m => (m.Path, Hash: ((Variant)m.Value!).ComputeHash())).ToList();

        changed.Select(m => m.Hash).Append(Full().ComputeHash()).Should().OnlyHaveUniqueItems();
        changed.Select(m => m.Path).Should().HaveCountGreaterThan(40).And.Contain("variant.Media[0].Crop.Height").And.Contain("variant.Audience.MinAge = null");
    }

    [Fact]
    public void ComputeHash_EqualContentWrittenDifferently_IsTheSame() => Prop.ForAll(Contents.ToArbitrary(), c =>
        Revise(c.Build(NormalizationForm.FormC, "\n", "")).Variants[0].ToCanonicalBytes().AsSpan()
            .SequenceEqual(Revise(c.Build(NormalizationForm.FormD, "\r\n", " \t")).Variants[0].ToCanonicalBytes())).QuickCheckThrowOnFailure();

    [Fact]
    public void ComputeHash_OtherTexts_AreOtherHashes() => Prop.ForAll(Texts.Two().ToArbitrary(), t =>
    {
        var (first, second) = (Revise(Saying(t.Item1)).Variants[0], Revise(Saying(t.Item2)).Variants[0]);
        return (first.Text == second.Text) == (first.ComputeHash() == second.ComputeHash());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void ToCanonicalBytes_AnyText_AreJsonOfThatText() => Prop.ForAll(Texts.ToArbitrary(), text =>
    {
        var variant = Revise(Saying(text)).Variants[0];
        return JsonDocument.Parse(variant.ToCanonicalBytes()).RootElement.GetProperty("text").GetString() == variant.Text;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Normalised_AnyText_ChangesNothingTheSecondTime() => Prop.ForAll(Texts.ToArbitrary(), text =>
    {
        var once = Saying(text).Normalised();
        return once.Normalised().Text == once.Text && once.Text.IsNormalized() && !once.Text.Contains('\r', StringComparison.Ordinal) && !once.Text.Split('\n').Any(l => l != l.TrimEnd());
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("a\0b", "a\uFFFDb")]
    [InlineData("a \r\nb\t\rc  \n\n", "a\nb\nc")]
    [InlineData("  a\n\n b", "  a\n\n b")]
    [InlineData("u\u0308", "ü")]
    public void Normalised_Text_IsWhatReviewersSee(string written, string kept) => Saying(written).Normalised().Text.Should().Be(kept);

    [Fact]
    public void Normalised_LoneSurrogate_IsReplaced() => Saying("a\ud800b").Normalised().Text.Should().Be("a\uFFFDb");

    [Fact]
    public void Normalised_TooLongText_IsRefusedAndNotCut()
        => FluentActions.Invoking(() => Saying(new string('x', 65_537)).Normalised()).Should().Throw<ArgumentException>().WithMessage("*longer than 65536 bytes*Shorten it.*");

    [Fact]
    public void Normalised_Countries_AreASet()
    {
        var one = Saying("a") with { Audience = new() { Countries = ["de", "AT", "DE "] } };
        var other = Saying("a") with { Audience = new() { Countries = ["AT", "DE"] } };

        one.Normalised().ComputeHash().Should().Be(other.Normalised().ComputeHash());
    }

    private static Gen<string> Texts => Gen.OneOf(
        ArbMap.Default.ArbFor<char[]>().Generator.Select(c => new string(c)),
        Gen.ArrayOf(Gen.Elements("a", "ü", "e\u0301", " ", "\t", "\n", "\r", "\r\n", "\ud83d", "😀", "\0", "\u2028", "\u00a0", "\uac00", "\u1100", "\u1161", "\"", "\\", "\u001f")).Select(string.Concat));

    private static Gen<AnyContent> Contents =>
        from lines in Gen.NonEmptyListOf(Gen.Elements("Grüße", "Café", "Ångström 😀", "Tschüß"))
        from comment in Gen.Elements(null, "Mehr dazu ö", "é")
        from media in Gen.Choose(0, 3)
        from poll in Gen.Elements(true, false)
        select new AnyContent([.. lines], comment, media, poll);

    private sealed record AnyContent(IReadOnlyList<string> Lines, string? Comment, int Media, bool HasPoll)
    {
        /// <summary>The same content, typed on another machine.</summary>
        public Variant Build(NormalizationForm form, string newLine, string blanks) => new()
        {
            Account = new("shop-x"),
            Text = string.Join(newLine, Lines.Select(l => l.Normalize(form) + blanks)) + blanks,
            FirstComment = Comment?.Normalize(form) + blanks,
            Media = [.. Enumerable.Range(0, Media).Select(i => new MediaItem { File = FileHash.Of([(byte)i]), AltText = $"Bäckerin {i}".Normalize(form) + blanks })],
            Poll = HasPoll ? new(["schön".Normalize(form), "nein"], NodaTime.Duration.FromHours(1)) : null,
        };
    }
}
