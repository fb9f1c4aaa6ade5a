namespace SocialOps.AgencyFiles.Tests.Mistakes;

/// <summary>Mistakes in response policies: each with its line, its column and its whole text.</summary>
public sealed class PoliciesMistakeTests
{
    [Theory]
    [InlineData("cause: damage, severity", "cause: damge, severity",
        "(62,42): error: policies[retail].rules[damage].cause: 'damge' is not a cause; did you mean 'damage'?")]
    [InlineData("label: complaint, cause", "label: praise, cause",
        "(62,39): error: policies[retail].rules[damage].cause: only complaints have a cause, not Praise; take the cause out.")]
    [InlineData("[ruined, kaputt*]", "[]",
        "(62,66): error: policies[retail].rules[damage].any: the rule has no words, so it never matches; write at least one.")]
    [InlineData("[ruined, kaputt*]", "[ru*ined, '***', '']",
        "(62,72): error: policies[retail].rules[damage].any[0]: 'ru*ined' has a '*' inside a word; it may stand only at a word's beginning or end.\n(62,81): error: policies[retail].rules[damage].any[1]: '***' has no letters, so it never matches; write a word or a phrase.\n(62,88): error: policies[retail].rules[damage].any[2]: '' has no letters, so it never matches; write a word or a phrase.")]
    [InlineData("networks: facebook", "networks: facebok",
        "(62,111): warning: policies[retail].rules[damage].networks[0]: network 'facebok' is not known and gets a generic profile; did you mean 'facebook'?")]
    [InlineData("networks: facebook", "networks: myspace",
        "(62,111): warning: policies[retail].rules[damage].networks[0]: network 'myspace' is not known and gets a generic profile.")]
    [InlineData("thank: thanks", "thank: thank",
        "(64,24): error: policies[retail].patterns[0].steps[0]: reply 'thank' is not defined; did you mean 'thanks'?")]
    [InlineData("thank: thanks", "thx: thanks",
        "(64,24): error: policies[retail].patterns[0].steps[0]: write exactly one of thank, apologise, hide, delete, block and report.\n(64,30): error: policies[retail].patterns[0].steps[0]: unknown key 'thx'; possible: thank, apologise, hide, delete, block, report.")]
    [InlineData("{ thank: thanks }", "thank",
        "(64,28): error: policies[retail].patterns[0].steps[0]: 'thank' is not a step without a reply (with one: { thank: danke }); possible: assign, answer, contact client, dismiss.")]
    [InlineData("{ thank: thanks }", "[]",
        "(64,24): error: policies[retail].patterns[0].steps: nothing is done for Praise; write at least one step, e.g. assign.")]
    [InlineData("{ thank: thanks }", "{ thank: thanks, apologise: regret }",
        "(64,24): error: policies[retail].patterns[0].steps[0]: write exactly one of thank, apologise, hide, delete, block and report.")]
    [InlineData("{ for: praise, do: { thank: thanks } }", "{ for: complaint, cause: damage, do: assign }",
        "(65,9): error: policies[retail].patterns[1]: there are two patterns for Complaint because of Damage; nobody could say which one holds. Take one out.")]
    [InlineData("for: praise, do", "for: praise, cause: damage, do",
        "(64,31): error: policies[retail].patterns[0].cause: only complaints have a cause, not Praise; take the cause out.")]
    public void Read_PoliciesWithAMistake_SaysWhereAndHow(string right, string wrong, string findings) => Mistake.Of(right, wrong).Should().Equal(findings.Split('\n'));
}
