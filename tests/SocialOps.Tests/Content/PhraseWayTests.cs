using SocialOps.Content.Style;

namespace SocialOps.Tests.Content;

public sealed class PhraseWayTests
{
    [Fact]
    public void FindAll_ManyOptionalWordsAndNoEnd_ComesToAnEnd()
        => Phrase.Parse(string.Join(' ', Enumerable.Repeat("(a)", 60)) + " b").FindAll(TextWords.Of(string.Join(' ', Enumerable.Repeat("a", 200)))).Should().BeEmpty();

    [Fact]
    public void FindAll_OptionalWords_TakesTheLongestWay()
        => Phrase.Parse("sehr (sehr) gut").FindAll(TextWords.Of("sehr sehr gut")).Select(s => (s.Start, s.Length)).Should().Equal((0, 13), (5, 8));
}
