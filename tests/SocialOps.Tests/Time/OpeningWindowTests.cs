using NodaTime;
using SocialOps.Time;

namespace SocialOps.Tests.Time;

public sealed class OpeningWindowTests
{
    [Theory]
    [InlineData("09:00-17:30", 9, 0, 17, 30, "09:00-17:30")]
    [InlineData("9:00 - 17:30", 9, 0, 17, 30, "09:00-17:30")]
    [InlineData("00:00-24:00", 0, 0, 0, 0, "00:00-24:00")]
    [InlineData("18:00-26:30", 18, 0, 2, 30, "18:00-02:30")]
    [InlineData("18:00-02:30", 18, 0, 2, 30, "18:00-02:30")]
    [InlineData("09:00-33:00", 9, 0, 9, 0, "09:00-09:00")]
    public void Parse_OfAWindow_GivesItsTimes(string text, int h1, int m1, int h2, int m2, string written)
    {
        OpeningWindow.Parse(text).Should().Be(new OpeningWindow(new(h1, m1), new(h2, m2)));
        OpeningWindow.Parse(text).ToString().Should().Be(written);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("9-17")]
    [InlineData("24:00-25:00")]
    [InlineData("02:00-26:30")]
    [InlineData("09:60-10:00")]
    [InlineData("09:00-12:00-13:00")]
    [InlineData("-1:00-12:00")]
    [InlineData("09:00-49:00")]
    public void TryParse_OfAnythingElse_IsRefused(string? text) => OpeningWindow.TryParse(text, out _).Should().BeFalse();

    [Fact]
    public void ToString_WithSeconds_KeepsThem() => new OpeningWindow(new(9, 0, 30), LocalTime.Midnight).ToString().Should().Be("09:00:30-24:00");
}
