using FsCheck;
using FsCheck.Fluent;
using SocialOps.Content;
using static SocialOps.Content.ContentState;

namespace SocialOps.Tests.Content;

public sealed class ItemStateTests
{
    [Theory]
    [InlineData(Published, Published, Published)]
    [InlineData(Published, Failed, PartiallyPublished)]
    [InlineData(Published, Withdrawn, PartiallyPublished)]
    [InlineData(Published, Held, PartiallyPublished)]
    [InlineData(Published, Scheduled, Scheduled)]
    [InlineData(Published, NeedsHuman, NeedsHuman)]
    [InlineData(Approved, Draft, Draft)]
    [InlineData(Held, Scheduled, Held)]
    [InlineData(Held, Draft, Draft)]
    [InlineData(Rejected, Withdrawn, Rejected)]
    [InlineData(Failed, Retracted, Failed)]
    public void Of_TwoVariants_IsDerived(ContentState one, ContentState other, ContentState expected)
    {
        ItemState.Of([one, other]).State.Should().Be(expected);
        ItemState.Of([other, one]).State.Should().Be(expected);
    }

    [Fact]
    public void Of_AnyVariants_HoldsTheLaws() => Prop.ForAll(Gen.NonEmptyListOf(Gen.Elements(Enum.GetValues<ContentState>().Where(s => s != PartiallyPublished).ToArray())).ToArbitrary(), states =>
    {
        var item = ItemState.Of(states);
        var allEqual = states.Distinct().Count() == 1;
        var hidesPublished = item.State == Held && states.Contains(Published);
        var claimsPublished = item.State is Published or PartiallyPublished && !states.Contains(Published);
        var claimsAll = item.State == Published && !allEqual;
        var claimsMore = item.State != PartiallyPublished && item.State > states.Min();
        return (!allEqual || item.State == states[0]) && !hidesPublished && !claimsPublished && !claimsAll && !claimsMore && item.Published == states.Count(s => s == Published) && item.Total == states.Count;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_Nothing_IsRefused() => FluentActions.Invoking(() => ItemState.Of([])).Should().Throw<ArgumentException>();
}
