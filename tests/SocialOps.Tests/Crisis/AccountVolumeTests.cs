using NodaTime;
using SocialOps.Crisis;

namespace SocialOps.Tests.Crisis;

public sealed class AccountVolumeTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 8, 0); // 09:00 in Berlin, four weeks before the clocks go forward

    [Fact]
    public void Read_UsualHour_IsNoAlert()
    {
        var volume = FourWeeks(20).Add(Monday + Duration.FromDays(28) - Duration.FromHours(1), Berlin, 22);

        volume.Read(Monday + Duration.FromDays(28) - Duration.FromHours(1), Berlin).Alert.Should().Be(VolumeAlert.None, "09:00 is 09:00 across the change of the clocks");
    }

    [Theory]
    [InlineData(24, nameof(VolumeAlert.Watch))]
    [InlineData(60, nameof(VolumeAlert.High))]
    public void Read_UnusualHour_IsAnAlert(int count, string expected)
    {
        var now = Monday + Duration.FromDays(28) - Duration.FromHours(1);

        FourWeeks(20).Add(now, Berlin, count).Read(now, Berlin).Alert.ToString().Should().Be(expected);
    }

    [Fact]
    public void Read_BelowTheFloor_IsNoAlert()
    {
        var now = Monday + Duration.FromDays(28) - Duration.FromHours(1);

        FourWeeks(0).Add(now, Berlin, 9).Read(now, Berlin).Should().Be(new VolumeReading(9, 9, VolumeAlert.None));
    }

    [Fact]
    public void Read_UnderTwoWeeks_UsesTheFloorAlone()
    {
        var volume = AccountVolume.None.Add(Monday, Berlin, 12);

        volume.Read(Monday, Berlin).Should().Be(new VolumeReading(12, null, VolumeAlert.Watch));
    }

    [Fact]
    public void Add_AfterALongSilence_ForgetsWhatIsOld()
    {
        var later = Monday + Duration.FromDays(400);

        AccountVolume.None.Add(Monday, Berlin, 500).Add(later, Berlin, 3).Read(later, Berlin).Count.Should().Be(3);
    }

    private static AccountVolume FourWeeks(int count) => Enumerable.Range(0, 4).Aggregate(AccountVolume.None, (v, w) => v.Add(Monday + Duration.FromDays(7 * w), Berlin, count));
}
