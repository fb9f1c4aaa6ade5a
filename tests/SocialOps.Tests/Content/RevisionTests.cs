using SocialOps.Content;
using static SocialOps.Tests.Content.Variants;

namespace SocialOps.Tests.Content;

public sealed class RevisionTests
{
    [Fact]
    public void ComputeHash_OneVariantEdited_LeavesTheOthersHashes()
    {
        var before = Revise(Saying("a", "one"), Saying("b", "two"));
        var after = Revise(Saying("a", "one"), Saying("b, edited", "two"));

        after.FindVariant(new("one"))!.ComputeHash().Should().Be(before.FindVariant(new("one"))!.ComputeHash());
        after.FindVariant(new("two"))!.ComputeHash().Should().NotBe(before.FindVariant(new("two"))!.ComputeHash());
        after.ComputeBundleHash().Should().NotBe(before.ComputeBundleHash());
    }

    [Fact]
    public void ComputeBundleHash_OtherOrder_IsTheSame()
        => Revise(Saying("a", "one"), Saying("b", "two")).ComputeBundleHash().Should().Be(Revise(Saying("b", "two"), Saying("a", "one")).ComputeBundleHash());

    [Fact]
    public void HashOf_PairsInOtherOrder_IsTheSame()
    {
        var (a, b) = (Saying("a").ComputeHash(), Saying("b").ComputeHash());

        ContentBundle.HashOf([(new("one"), a), (new("two"), b)]).Should().Be(ContentBundle.HashOf([(new("two"), b), (new("one"), a)]));
    }

    [Fact]
    public void HashOf_PairsSwapped_IsAnotherHash()
    {
        var (a, b) = (Saying("a").ComputeHash(), Saying("b").ComputeHash());

        ContentBundle.HashOf([(new("one"), a), (new("two"), b)]).Should().NotBe(ContentBundle.HashOf([(new("one"), b), (new("two"), a)]));
    }

    [Fact]
    public void HashOf_AccountTwice_IsRefused()
        => FluentActions.Invoking(() => ContentBundle.HashOf([(new("one"), Saying("a").ComputeHash()), (new("one"), Saying("b").ComputeHash())])).Should().Throw<ArgumentException>().WithMessage("*'one' stands there twice*");

    [Fact]
    public void Create_AccountTwice_NamesIt()
        => FluentActions.Invoking(() => Revise(Saying("a"), Saying("b"))).Should().Throw<ArgumentException>().WithMessage("Account 'shop-x' has 2 variants.*");

    [Fact]
    public void Create_NoVariant_IsRefused()
        => FluentActions.Invoking(() => Revise()).Should().Throw<ArgumentException>().WithMessage("A revision has no variant.*");
}
