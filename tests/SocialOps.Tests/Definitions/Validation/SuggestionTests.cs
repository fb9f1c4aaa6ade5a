using SocialOps.Definitions.Validation;

namespace SocialOps.Tests.Definitions.Validation;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("comunity", "community")]
    [InlineData("Community", "community")]
    [InlineData("ofice", "office")]
    [InlineData("wtach", "watch")]
    [InlineData("xyz", null)]
    [InlineData("o", null)]
    [InlineData("", null)]
    public void Nearest_Word_IsWhatWasMeant(string word, string? meant) => Suggestion.Nearest(word, ["community", "office", "watch"]).Should().Be(meant);

    [Fact]
    public void Nearest_TwoEquallyNear_IsTheFirst() => Suggestion.Nearest("cat", ["bat", "rat"]).Should().Be("bat");
}
