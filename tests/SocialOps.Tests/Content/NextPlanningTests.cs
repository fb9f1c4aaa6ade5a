using NodaTime;
using SocialOps.Content;
using SocialOps.People;
using SocialOps.Time;
using static SocialOps.Tests.Content.Plans;

namespace SocialOps.Tests.Content;

[Requirement("0.18")]
public sealed class NextPlanningTests
{
    private static readonly PersonId Lena = new("lena");
    private static readonly PersonId Mara = new("mara");

    [Fact]
    public void After_Published_OpensTheNextFreeSlot()
    {
        var task = After(Plan(), Tuesday, Post(Tuesday, ContentState.Published), Post(Thursday))!;

        task.Slot.Local.Should().Be(Tuesday.PlusWeeks(1));
        task.DueAt.Should().Be(task.Slot.At);
        (task.Planner, task.Control).Should().Be((Lena, Mara));
    }

    [Fact]
    public void After_Process_IsDueWhenItsFirstStepIs()
    {
        var plan = Plan() with { Process = new("post", [new("Idee", Lena, Mara, Period.FromDays(7)), new("Text", Lena, new("olaf"), Period.FromDays(2))]) };

        After(plan, Tuesday, Post(Thursday))!.DueAt.Should().Be(TimeZones.Resolve(Tuesday, Berlin), "a week before next Tuesday's slot");
    }

    [Fact]
    public void After_ProcessThatShouldHaveBegun_IsDueAtOnce()
    {
        var plan = Plan() with { Process = new("post", [new("Idee", Lena, Mara, Period.FromDays(30))]) };

        After(plan, Tuesday)!.DueAt.Should().Be(TimeZones.Resolve(Tuesday, Berlin));
    }

    [Fact]
    public void After_ShallowPipeline_SaysSo() => After(Plan() with { Cadences = [new(Shop, 2, MinAhead: 3)] }, Tuesday, Post(Thursday))!.Reason.Should().Be("Published; 1 of 3 posts lie ahead.");

    [Fact]
    public void After_ChannelWithoutSlots_IsNothing() => After(Plan() with { Slots = [] }, Tuesday).Should().BeNull();

    [Fact]
    public void After_EveryPublication_AlwaysLiesLater()
    {
        var at = Tuesday;
        for (var i = 0; i < 120; i++)
        {
            var next = After(Plan(), at)!.Slot.Local;
            next.Should().BeGreaterThan(at);
            Period.DaysBetween(at.Date, next.Date).Should().BeOneOf(2, 5);
            at = next;
        }
    }

    private static PlanningTask? After(EditorialPlan plan, LocalDateTime published, params PlannedPost[] posts) => NextPlanning.After(plan, Shop, TimeZones.Resolve(published, Berlin), posts, Lena, Mara);
}
