namespace SocialOps.AgencyFiles.Tests.Mistakes;

/// <summary>Mistakes in saved replies: each with its line, its column and its whole text.</summary>
public sealed class RepliesMistakeTests
{
    [Theory]
    [InlineData("language: en, texts: Thank you!", "language: german!, texts: Thank you!",
        "(67,23): error: replies[thanks].language: 'german!' is not a language as BCP 47 writes it; write e.g. de, en or de-CH.")]
    [InlineData("texts: Thank you!", "texts: []",
        "(67,27): error: replies[thanks].texts: reply 'thanks' has no text; write at least one wording.")]
    [InlineData("texts: Thank you!", "texts: ['']",
        "(67,35): error: replies[thanks].texts[0]: the text is empty; write a wording.")]
    [InlineData("[We regret that., We are sorry.]", "[We regret that., We regret that.]",
        "(68,52): warning: replies[regret].texts[1]: 'We regret that.' stands here twice; the same wording would go out more often.")]
    public void Read_RepliesWithAMistake_SaysWhereAndHow(string right, string wrong, string findings) => Mistake.Of(right, wrong).Should().Equal(findings.Split('\n'));
}
