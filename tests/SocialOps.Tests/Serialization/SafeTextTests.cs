using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SocialOps.Serialization;

namespace SocialOps.Tests.Serialization;

public sealed class SafeTextTests
{
    [Fact]
    public void From_UnsafeText_IsRepaired()
    {
        SafeText.From("a\ud800b").Value.Should().Be("a\uFFFDb");
        SafeText.From("\udc00").Value.Should().Be("\uFFFD");
        SafeText.From("a\0b").Value.Should().Be("a\uFFFDb");
        SafeText.From("😀").Value.Should().Be("😀");
    }

    [Fact]
    public void From_SafeText_IsTheSameString()
    {
        var text = "Grüße 😀";

        SafeText.From(text).Value.Should().BeSameAs(text);
    }

    [Fact]
    public void From_LongText_IsCutAtAWholeCharacter()
    {
        var cut = SafeText.From("x" + string.Concat(Enumerable.Repeat("😀", 20_000)));

        cut.WasTruncated.Should().BeTrue();
        Encoding.UTF8.GetByteCount(cut.Value).Should().Be(65_533);
        char.IsHighSurrogate(cut.Value[^1]).Should().BeFalse();
    }

    [Fact]
    public void From_AnyText_IsWellFormedAndStaysSo() => Prop.ForAll(ArbMap.Default.ArbFor<char[]>(), chars =>
    {
        var once = SafeText.From(new string(chars));
        var again = SafeText.From(once.Value);
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(once.Value)) == once.Value && !once.Value.Contains('\0', StringComparison.Ordinal) && again.Value == once.Value && !again.WasRepaired;
    }).QuickCheckThrowOnFailure();

    /// <summary>Normalising thousands of them in an order that has to be sorted takes the square of their number: 16,000 took a quarter of a second.</summary>
    [Fact]
    public void From_ThousandsOfCombiningMarks_KeepsThirty()
    {
        var safe = SafeText.From("a" + string.Concat(Enumerable.Repeat("\u0301\u0345", 8_000)) + "b");

        safe.Value.Should().HaveLength(32).And.EndWith("b");
        safe.WasRepaired.Should().BeTrue();
        SafeText.From(safe.Value).Should().Be(new SafeText(safe.Value, false, false));
    }
}
