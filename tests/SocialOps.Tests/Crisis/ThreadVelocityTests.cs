using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SocialOps.Crisis;

namespace SocialOps.Tests.Crisis;

public sealed class ThreadVelocityTests
{
    private static readonly Instant Start = TestAgency.Friday;

    [Fact]
    public void LastHour_CommentsOfTheHour_AreCounted()
    {
        var velocity = Enumerable.Range(0, 10).Aggregate(ThreadVelocity.None, (v, i) => v.Add(Start + Duration.FromMinutes(i)));

        velocity.LastHour(Start + Duration.FromMinutes(10)).Should().Be(10);
        velocity.LastHour(Start + Duration.FromMinutes(61)).Should().Be(0);
    }

    [Fact]
    public void Add_AnyOrder_GivesTheSameCounts() => Prop.ForAll(Gen.Choose(0, 300).ListOf(20).ToArbitrary(), minutes =>
    {
        var forward = minutes.Order().Aggregate(ThreadVelocity.None, (v, m) => v.Add(Start + Duration.FromMinutes(m)));
        var mixed = minutes.Aggregate(ThreadVelocity.None, (v, m) => v.Add(Start + Duration.FromMinutes(m)));
        return forward.LastHour(Start + Duration.FromMinutes(300)) == mixed.LastHour(Start + Duration.FromMinutes(300)) && forward.Newest == mixed.Newest;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Add_LongThread_KeepsItsSize()
    {
        var velocity = Enumerable.Range(0, 10_000).Aggregate(ThreadVelocity.None, (v, i) => v.Add(Start + Duration.FromMinutes(i)));

        velocity.Counts.Should().HaveCount(24);
    }
}
