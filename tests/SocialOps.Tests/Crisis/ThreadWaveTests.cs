using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SocialOps.Crisis;

namespace SocialOps.Tests.Crisis;

public sealed class ThreadWaveTests
{
    private static readonly Instant Start = TestAgency.Friday;

    [Fact]
    public void Count_FallingAndLateCounters_CountTheHighestOnce()
    {
        var wave = ThreadWave.None.Count(Start, 10, 100, 5).Count(Start + Duration.FromMinutes(5), 8, 90, 5).Count(Start + Duration.FromMinutes(10), 12, 130, 5);

        (wave.TotalComments, wave.TotalReactions, wave.TotalShares).Should().Be((12, 130, 5));
        (wave.Comments.LastHour(Start), wave.Reactions.LastHour(Start)).Should().Be((12, 130));
    }

    [Fact]
    public void Add_CommentThatTheCounterToldOf_IsNotCountedTwice()
    {
        var wave = ThreadWave.None.Count(Start, 2, 0, 0).Add(Comment(1)).Add(Comment(2)).Add(Comment(3));

        (wave.TotalComments, wave.Comments.LastHour(Start + Duration.FromMinutes(3))).Should().Be((3, 3));
    }

    [Fact]
    public void Add_AnyOrder_GivesTheSameSignals() => Prop.ForAll(Gen.Choose(0, 300).ListOf(25).ToArbitrary(), minutes =>
    {
        var end = Start + Duration.FromMinutes(300);
        return WaveSignals.Of(minutes.Aggregate(ThreadWave.None, (w, m) => w.Add(Comment(m))), end)
            == WaveSignals.Of(minutes.Order().Aggregate(ThreadWave.None, (w, m) => w.Add(Comment(m))), end);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Add_HugeThread_KeepsItsSize()
    {
        var wave = Enumerable.Range(0, 20_000).Aggregate(ThreadWave.None, (w, i) => w.Add(new(Start + Duration.FromSeconds(i), $"author-{i}", true, false)));

        wave.Authors.Should().HaveCount(8);
        wave.Comments.Counts.Should().HaveCountLessThanOrEqualTo(24);
    }

    [Fact]
    public void Of_SixHoursLater_TheWindowIsEmpty()
    {
        var wave = Enumerable.Range(0, 30).Aggregate(ThreadWave.None, (w, i) => w.Add(Comment(i)));

        var signals = WaveSignals.Of(wave, Start + Duration.FromHours(7));

        (signals.CommentsAnHour, signals.AuthorsAnHour, signals.HasDoubled, signals.NegativeShare).Should().Be((0, 0, false, null));
    }

    private static WaveComment Comment(int minute) => new(Start + Duration.FromMinutes(minute), $"author-{minute % 7}", minute % 3 == 0, false);
}
