using SocialOps.Channels;
using SocialOps.Responses;

namespace SocialOps.AgencyFiles.Tests;

/// <summary>What saved replies and autonomy can say.</summary>
public sealed class ReplyFormsTests
{
    private static readonly SavedReplyDefinition Hours = new(new("hours"), "en", ["9 to 6.", "Until 6.", "From 9."])
    {
        Questions = ["When are you open"],
        Variants = [new("Du kannst bis 18 Uhr kommen.", "de", null, ReplyTone.Informal) { Networks = ["x"], Kinds = [ItemKind.Comment] }],
        FactSource = "the door",
        FactOwner = "mia",
        ValidUntil = new(2026, 12, 31),
        NotFor = [Category.Complaint],
    };

    [Fact]
    public void Parse_Answer_HasEverything()
        => AgencyFile.Parse(With(Yaml(Hours.ComputeHash()[..8]))).Replies.Single(r => r.Id == new SavedReplyId("hours")).Should().BeEquivalentTo(Hours with { Approval = new(Hours.ComputeHash()[..8], "mia", new(2026, 6, 1)) }, o => o.ComparingByValue<NodaTime.LocalDate>());

    [Fact]
    public void Read_WordsChangedSinceTheApproval_AreRefusedWithTheNewHash()
        => AgencyFile.Read(With(Yaml("00000000"))).Findings.Select(f => f.ToString()).Should().ContainSingle().Which.Should().EndWith($"error: replies[hours].approval: '00000000' is not the hash of these words, which is {Hours.ComputeHash()[..8]}: they have changed since mia approved them. Have them approved again and write that hash.");

    [Fact]
    public void Read_AnswerWithoutFacts_IsToldAllAtOnce()
        => AgencyFile.Read(With("hours: { language: en, questions: When are you open, texts: [9 to 6., Until 6., From 9.] }")).Findings.Select(f => f.Message).Should().Contain(m => m.Contains("write where its facts come from", StringComparison.Ordinal))
            .And.Contain(m => m.Contains("write who vouches for its facts", StringComparison.Ordinal)).And.Contain(m => m.Contains("was not approved", StringComparison.Ordinal));

    [Fact]
    public void Read_UnknownNameInATemplate_IsToldAtItsPlace()
        => AgencyFile.Read(With("hi: { language: en, texts: 'Hi {{autor}}' }")).Findings.Select(f => f.ToString()).Should().ContainSingle().Which.Should().EndWith("replies[hi].texts[0]: '{{autor}}' names nothing that is known; possible: author, client, network.");

    [Fact]
    public void Parse_Autonomy_IsRead()
    {
        var yaml = SmallAgency.Yaml.Replace("    patterns:\n", "    autonomy: { level: L3, hours: office, outside hours: L1, categories: { for: question, level: L2 } }\n    tone: formal\n    patterns:\n", StringComparison.Ordinal);

        var policy = AgencyFile.Parse(yaml).Policies[0];

        policy.Tone.Should().Be(ReplyTone.Formal);
        policy.Autonomy.Should().BeEquivalentTo(new AutonomyDefinition { Level = People.AutonomyLevel.ActThenNotify, Hours = new("office"), OutsideHours = People.AutonomyLevel.Suggest, Categories = [new(Category.Question, People.AutonomyLevel.ActAfterApproval)] });
    }

    private static string Yaml(string hash) => $$"""
        hours: { language: en, questions: When are you open, texts: [9 to 6., Until 6., From 9.], variants: { text: Du kannst bis 18 Uhr kommen., language: de, tone: informal, networks: x, kinds: comment }, fact source: the door, fact owner: mia, approved: { hash: '{{hash}}', by: mia, on: 2026-06-01 }, valid until: 2026-12-31, not for: complaint }
        """;

    private static string With(string reply) => SmallAgency.Yaml.Replace("  regret: { language", $"  {reply.Trim()}\n  regret: {{ language", StringComparison.Ordinal);
}
