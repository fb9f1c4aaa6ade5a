namespace SocialOps.AgencyFiles.Tests.Mistakes;

/// <summary>Mistakes in clients: each with its line, its column and its whole text.</summary>
public sealed class ClientsMistakeTests
{
    [Theory]
    [InlineData("handle: shop", "handle: ''",
        "(73,43): error: clients[shop].accounts[shop-x].handle: the text is empty; write the account's own name on the network.")]
    [InlineData("network: twitter", "network: twittr",
        "(73,26): warning: clients[shop].accounts[shop-x].network: network 'twittr' is not known and gets a generic profile; did you mean 'twitter'?")]
    [InlineData("      shop-x: { network: twitter, handle: shop }", "      shop-x: { network: twitter, handle: shop }\n      shop-y: { network: x, handle: '@Shop' }",
        "(74,37): error: clients[shop].accounts[shop-y].handle: '@Shop' on x is account 'shop-x' already; an account belongs to one client. Take one out.")]
    [InlineData("emergency: true", "emergency: yes",
        "(75,73): error: clients[shop].contacts[mia].isEmergency: 'yes' is neither true nor false; write one of these, without quotes.")]
    [InlineData("emergency: true", "emergency: false",
        "(74,5): error: clients[shop].contacts: package 'plus' handles complaints, but client 'shop' has no emergency contact who can be reached; mark one contact as emergency and write how to reach them.")]
    [InlineData("phone: +49 40 5550 03", "phone: none",
        "(75,44): error: clients[shop].contacts[mia].contacts[0]: 'none' is not a telephone number; write one like +49 40 5550 0101.")]
    [InlineData("{ phone: +49 40 5550 03 }", "{}",
        "(74,5): error: clients[shop].contacts: package 'plus' handles complaints, but client 'shop' has no emergency contact who can be reached; mark one contact as emergency and write how to reach them.\n(75,25): error: clients[shop].contacts[mia].contacts: 'mia' cannot be reached; write at least one contact, e.g. a telephone number.")]
    [InlineData("package: plus", "package: pro",
        "(76,27): error: clients[shop].agreement.package: package 'pro' is not defined; defined: plus.")]
    [InlineData("policy: retail }", "policy: retial }",
        "(76,84): error: clients[shop].agreement.policy: policy 'retial' is not defined; did you mean 'retail'?")]
    [InlineData(", policy: retail }", " }",
        "(76,5): error: clients[shop].agreement.policy: the key 'policy' is missing; write 'policy: ' and the id of a policy.")]
    [InlineData("policy: retail }", "policy: retail, term: { from: 2026-12-31, until: 2026-01-01 } }",
        "(76,125): error: clients[shop].agreement.term.lastOn: 2026-01-01 lies before the first day, 2026-12-31; write the last day.")]
    [InlineData("policy: retail }", "policy: retail, term: { from: 2026-01-01, until: 2026-12-31, budget: { amount: 0, spent: 5, spent until: 2027-01-01 } } }",
        "(76,137): error: clients[shop].agreement.term.budget: 5 spent of 0 is no budget; write an amount above 0 and what was spent, 0 or more.\n(76,181): error: clients[shop].agreement.term.budget.spentUntilOn: 2027-01-01 is no day of the term, 2026-01-01 to 2026-12-31; write the last day that was counted.")]
    [InlineData("schedule: community, escalation", "schedule: comunity, escalation",
        "(76,43): error: clients[shop].agreement.schedule: schedule 'comunity' is not defined; did you mean 'community'?")]
    [InlineData("    accounts:\n      shop-x: { network: twitter, handle: shop }\n", "",
        "(70,3): warning: clients[shop].accounts: client 'shop' has no account, so nothing can arrive for it. Write at least one.")]
    public void Read_ClientsWithAMistake_SaysWhereAndHow(string right, string wrong, string findings) => Mistake.Of(right, wrong).Should().Equal(findings.Split('\n'));
}
