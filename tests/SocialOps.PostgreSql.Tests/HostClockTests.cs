using NodaTime;
using SocialOps.Testing;
using static SocialOps.PostgreSql.Tests.StoreUse;

namespace SocialOps.PostgreSql.Tests;

public sealed class HostClockTests
{
    private readonly FakeTime _time = new();
    private readonly LogSink _log = new();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 0)]
    [InlineData(-2, 0)]
    [InlineData(2.5, 1)]
    [InlineData(-30, 1)]
    public async Task Check_Difference_IsLoggedFromTwoSecondsOn(double seconds, int lines)
    {
        await CheckAsync(seconds);

        _log.Messages.Should().HaveCount(lines);
    }

    [Theory]
    [InlineData(31, "ahead of")]
    [InlineData(-31, "behind")]
    public async Task Check_MoreThanHalfAMinute_IsRefused(double seconds, string where)
        => (await RefusalAsync(() => CheckAsync(seconds))).Should().Be(
            $"This machine's clock is 31.0 s {where} the database's. No work is claimed until it is set right; up to 30 s are possible.");

    [Fact]
    public async Task Check_SameDifferenceAgain_IsLoggedOnce()
    {
        var clock = New();
        await CheckAsync(5, clock);
        await CheckAsync(5, clock);
        await CheckAsync(0, clock);
        await CheckAsync(5, clock);

        _log.Messages.Should().HaveCount(2).And.OnlyContain(m => m == "This machine's clock and the database's differ by 5.0 s. Due work runs by this machine's: set it right.");
    }

    [Fact]
    public async Task Check_AnswerTookLong_IsNoDifference()
    {
        var clock = New();

        await clock.CheckAsync(() =>
        {
            var answer = Microseconds(_time.Now);
            _time.Advance(Duration.FromMinutes(2));
            return new(answer);
        });

        _log.Messages.Should().BeEmpty();
    }

    [Fact]
    public async Task Claim_HostsTimeIsNotTheDatabases_IsRefused()
    {
        var options = TestServer.NewOptions() with { MostClockDifference = TimeSpan.FromSeconds(30) };
        await using (var store = TestServer.NewStore(options))
        {
            (await RefusalAsync(async () => await store.ClaimAsync(Request()))).Should().StartWith("This machine's clock is ");
            await store.PutAsync("a");
        }

        await using (var sound = new PostgreSqlStore(options, TimeProvider.System))
        {
            (await sound.ClaimAsync(Request())).Items.Should().BeEmpty();
        }

        await TestServer.DropAsync(options);
    }

    private static long Microseconds(Instant instant) => instant.ToUnixTimeTicks() / 10;

    private HostClock New() => new(_time, TimeSpan.FromSeconds(30), _log);

    private Task CheckAsync(double seconds, HostClock? clock = null)
        => (clock ?? New()).CheckAsync(() => new(Microseconds(_time.Now - Duration.FromSeconds(seconds)))).AsTask();
}
