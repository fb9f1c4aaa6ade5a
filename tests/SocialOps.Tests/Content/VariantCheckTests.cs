using NodaTime;
using SocialOps.Channels;
using SocialOps.Content;
using static SocialOps.Tests.Content.Variants;

namespace SocialOps.Tests.Content;

/// <summary>What a network does not take is known before an approval is asked for (requirement 4.18).</summary>
[Requirement("4.18")]
public sealed class VariantCheckTests
{
    private static readonly FileHash Film = FileHash.Of("a film"u8);

    [Fact]
    public void Check_ManyFaults_GivesAllOfThemAtOnce()
    {
        var variant = Saying(new string('x', 300)) with { Link = "example", Media = [new() { File = Photo }, new() { File = FileHash.Of("unknown"u8) }], Poll = new(["a"], Duration.FromDays(30), true) };

        Rules(variant, KnownLimits.X with { FirstComment = null }).Should().Equal("text.too-long", "link.invalid", "media.rights", "alt.missing", "media.unknown-file", "poll.options", "poll.media", "poll.length", "poll.multiple");
    }

    [Fact]
    public void Check_TooLongText_SaysWhereByHowMuchAndTheWayOut()
    {
        var finding = Check(Saying(new string('x', 283)), KnownLimits.X).Should().ContainSingle().Subject;

        finding.Severity.Should().Be(FindingSeverity.Error);
        finding.Place.Should().Be("variants[shop-x].text");
        finding.Value.Should().HaveLength(60).And.EndWith("…");
        finding.Message.Should().Be("283 of 280 weighted characters on x.");
        finding.Remedy.Should().Be("Shorten it by 3.");
    }

    [Fact]
    public void Check_BlueskyText_HoldsBothLimits()
    {
        var families = string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 121));

        Check(Saying(families), KnownLimits.Bluesky).Select(f => f.Message).Should().Equal("3 025 of 3 000 bytes on bluesky.");
        Check(Saying(new string('x', 301)), KnownLimits.Bluesky).Select(f => f.Message).Should().Equal("301 of 300 characters on bluesky.");
        Check(Saying(new string('x', 300)), KnownLimits.Bluesky).Should().BeEmpty();
    }

    [Theory]
    [InlineData("x", 280)]
    [InlineData("twitter", 280)]
    [InlineData("mastodon", 500)]
    [InlineData("facebook", 63_206)]
    [InlineData("linkedin", 3_000)]
    [InlineData("youtube", 5_000)]
    public void For_Network_TakesItsPublishedLengthAndNoMore(string network, int most)
    {
        var limits = NetworkLimits.For(network) with { NeedsMedia = false };

        Check(Saying(new string('x', most)), limits).Should().BeEmpty();
        Rules(Saying(new string('x', most + 1)), limits).Should().Equal("text.too-long");
    }

    [Fact]
    public void For_UnknownNetwork_RefusesNothingOfIt()
        => Check(Saying(new string('x', 60_000)) with { Poll = new(["a", "b"], Duration.FromDays(400)), FirstComment = "a" }, NetworkLimits.For("xing")).Should().BeEmpty();

    [Fact]
    public void Check_BlueskyPictureWithoutAltText_IsRefused()
        => Check(Saying("a") with { Media = [new() { File = Photo }] }, KnownLimits.Bluesky).Should().ContainSingle(f => f.Rule == "alt.missing").Which.Severity.Should().Be(FindingSeverity.Error);

    [Fact]
    public void Check_XPictureWithoutAltText_IsAWarning()
        => Check(Saying("a") with { Media = [new() { File = Photo }] }, KnownLimits.X).Should().ContainSingle(f => f.Rule == "alt.missing").Which.Severity.Should().Be(FindingSeverity.Warning);

    [Fact]
    public void Check_AltTextTooLong_CountsItsOwnLimit()
        => Check(Saying("a") with { Media = [new() { File = Photo, AltText = new string('x', 1_501) }] }, KnownLimits.Mastodon).Should().ContainSingle(f => f.Rule == "text.too-long").Which.Place.Should().Be("variants[shop-x].media[0].altText");

    [Fact]
    public void Check_PictureBesideFilm_IsRefusedWhereKindsDoNotMix()
    {
        var mixed = Saying("a") with { Media = [new() { File = Photo, AltText = "a" }, new() { File = Film, AltText = "a" }] };

        Rules(mixed, KnownLimits.Mastodon).Should().Contain("media.mixed");
        Rules(mixed, KnownLimits.Instagram).Should().NotContain("media.mixed");
    }

    [Fact]
    public void Check_FivePictures_IsOneTooManyOnX()
        => Check(Saying("a") with { Media = [.. Enumerable.Repeat(new MediaItem { File = Photo, AltText = "a" }, 5)] }, KnownLimits.X).Should().ContainSingle(f => f.Rule == "media.count").Which.Remedy.Should().Be("Remove 1.");

    [Fact]
    public void Check_HeavyPicture_NamesBytesAndLimit()
        => Check(Saying("a") with { Media = [new() { File = Photo, AltText = "a" }] }, KnownLimits.Bluesky, bytes: 1_000_001).Should().ContainSingle(f => f.Rule == "media.bytes").Which.Value.Should().Be("1000001 bytes");

    [Fact]
    public void Check_InstagramWithoutMedia_NeedsSome() => Rules(Saying("a"), KnownLimits.Instagram).Should().Equal("media.needed");

    [Fact]
    public void Check_InstagramPng_IsTheWrongType()
        => Check(Saying("a") with { Media = [new() { File = Photo, AltText = "a" }] }, KnownLimits.Instagram, mime: "image/png").Should().ContainSingle(f => f.Rule == "media.mime").Which.Remedy.Should().Be("Save it as image/jpeg.");

    [Theory]
    [InlineData(0, 0, 100, 100, true)]
    [InlineData(1, 0, 100, 100, false)]
    [InlineData(0, 0, 0, 10, false)]
    [InlineData(int.MaxValue, 0, int.MaxValue, 10, false)]
    public void Check_Crop_LiesInsideThePicture(int left, int top, int width, int height, bool isInside)
        => Rules(Saying("a") with { Media = [new() { File = Photo, AltText = "a", Crop = new(left, top, width, height) }] }, KnownLimits.X).Contains("media.crop").Should().Be(!isInside);

    [Fact]
    public void Check_ReplacedCharacter_PointsAtIt()
        => Check(Saying("ab\ud800c").Normalised(), KnownLimits.X).Should().ContainSingle(f => f.Rule == "text.unreadable").Which.Span.Should().Be(new TextSpan(2, 1));

    [Fact]
    public void Check_NothingToSay_IsRefused() => Rules(Saying(""), KnownLimits.X).Should().Equal("text.empty");

    [Fact]
    public void Check_FirstComment_IsRefusedWhereThereIsNone() => Rules(Saying("a") with { FirstComment = "b" }, KnownLimits.X with { FirstComment = null }).Should().Equal("comment.unsupported");

    private static List<string> Rules(Variant variant, NetworkLimits limits) => [.. Check(variant, limits).Select(f => f.Rule)];

    private static IReadOnlyList<ContentFinding> Check(Variant variant, NetworkLimits limits, long bytes = 500_000, string mime = "image/jpeg")
    {
        MediaAsset[] assets =
        [
            new() { File = Photo, Kind = MediaKind.Image, MimeType = mime, Bytes = bytes, Width = 100, Height = 100, RightsNote = variant.Poll is null ? "our own" : null },
            new() { File = Film, Kind = MediaKind.Video, MimeType = "video/mp4", Bytes = bytes, RightsNote = "our own" },
        ];
        return VariantCheck.Check(variant, limits, assets.ToDictionary(a => a.File));
    }
}
