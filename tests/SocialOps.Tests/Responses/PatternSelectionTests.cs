using FsCheck;
using FsCheck.Fluent;
using SocialOps.Channels;
using SocialOps.Responses;

namespace SocialOps.Tests.Responses;

public sealed class PatternSelectionTests
{
    private static readonly ItemFacts Facts = new("twitter", ItemKind.Review) { Client = new("shop"), Account = new("shop-x") };
    private static readonly Classification Damage = new() { Category = Category.Complaint, Cause = ComplaintCause.Damage, Severity = Severity.High, Labels = [new(Category.Complaint, ComplaintCause.Damage, Severity.High, LabelSource.Rule("r"), 1, true, [])] };

    /// <summary>Each scope in turn, from the widest: the narrower wins, even with a higher priority number.</summary>
    [Fact]
    [Requirement("1.9")]
    public void Decide_ScopesFromWideToNarrow_TheNarrowerWins()
    {
        ResponseScope[] scopes = [ResponseScope.Agency, new(Network: "x"), new(Client: new("shop")), new(Client: new("shop"), Network: "x"), new(Account: new("shop-x"))];
        for (var widest = 1; widest <= scopes.Length; widest++)
        {
            var patterns = scopes.Take(widest).Select((scope, i) => Pattern($"p{9 - i}") with { Scope = scope, Priority = i }).ToArray();

            Selected(patterns).Should().Be($"p{10 - widest}");
        }
    }

    [Theory]
    [Requirement("1.9")]
    [InlineData("shop", null, null, true)]
    [InlineData("bakery", null, null, false)]
    [InlineData(null, "x", null, true)]
    [InlineData(null, "twitter", null, true)]
    [InlineData(null, "facebook", null, false)]
    [InlineData("shop", "facebook", null, false)]
    [InlineData(null, null, "shop-x", true)]
    [InlineData(null, null, "shop-facebook", false)]
    public void Decide_Scope_CoversOnlyItsOwn(string? client, string? network, string? account, bool covers)
        => Selected(Pattern("p") with { Scope = new(client is null ? null : new(client), network, account is null ? null : new(account)) }).Should().Be(covers ? "p" : "default");

    [Fact]
    public void Decide_SameScope_PriorityThenCauseThenIdDecide()
    {
        Selected(Pattern("a"), Pattern("b") with { Priority = -1 }).Should().Be("b");
        Selected(Pattern("a"), Pattern("b") with { Cause = ComplaintCause.Damage }).Should().Be("b");
        Selected(Pattern("b"), Pattern("a")).Should().Be("a");
        Selected(Pattern("a"), Pattern("B")).Should().Be("B", "ordinal comparison");
    }

    [Fact]
    [Requirement("4.5")]
    public void Decide_NothingFits_SomebodyIsMadeResponsible()
    {
        var outcome = Policy(Pattern("p") with { Category = Category.Praise }).Decide(Damage, Facts);

        outcome.IsDefault.Should().BeTrue();
        outcome.Steps.Should().ContainSingle().Which.Kind.Should().Be(ActionKind.Assign);
    }

    [Fact]
    public void Explain_EveryPattern_TellsWhyAndWhyNotWithTheValueSeen()
    {
        var policy = new ResponsePolicy(
            new()
            {
                Id = new("p"),
                Rules = [new() { Id = "r", Category = Category.Complaint, Cause = ComplaintCause.Billing, Any = ["rechnung"] }],
                Patterns = [Pattern("fits"), Pattern("after"), Pattern("scope") with { Scope = new(Client: new("bakery")) }, Pattern("other") with { Priority = -5, Category = Category.Praise }, Pattern("cause") with { Priority = -4, Cause = ComplaintCause.Damage }, Pattern("grave") with { Priority = -3, MinSeverity = Severity.Critical }, Pattern("kind") with { Priority = -2, Kinds = [ItemKind.Comment] }],
            },
            FixedClassifier.Silent);

        policy.Explain("rechnung", Facts).Patterns.Select(p => p.ToString()).Should().Equal(
            "pattern scope: is for bakery, the item came to shop-x on twitter",
            "pattern other: is for Praise, the item is Complaint",
            "pattern cause: is for Damage, the complaint is about Billing",
            "pattern grave: is for severity 4 and above, the item has 2",
            "pattern kind: is for Comment, the item is a Review",
            "pattern after: fits",
            "pattern fits: not reached");
    }

    /// <summary>2,000 policies of up to 8 patterns, 3 guards and 4 rules, each written in two orders: the same outcome, and the same again (deterministic).</summary>
    [Fact]
    public void Evaluate_RulesGuardsAndPatternsInAnyOrder_GiveTheSameOutcome()
    {
        var words = Gen.Elements("danke", "kaputt", "anwalt", "wann");
        var scope = Gen.Elements<ResponseScope>(ResponseScope.Agency, new(Network: "x"), new(Client: new("shop")), new(Client: new("bakery")), new(Client: new("shop"), Network: "x"), new(Account: new("shop-x")));
        var category = Gen.Elements(Category.Complaint, Category.Praise, Category.Question, Category.LegalOrPress);
        var kind = Gen.Elements(ActionKind.Thank, ActionKind.Assign, ActionKind.Apologise, ActionKind.Dismiss, ActionKind.ContactClient, ActionKind.Report);
        var pattern = from c in category from s in scope from priority in Gen.Choose(0, 2) from cause in Gen.Elements<ComplaintCause?>(null, ComplaintCause.Damage, ComplaintCause.Other) from k in kind select new ActionPattern(c, [new(k)], cause) { Scope = s, Priority = priority };
        var guard = from c in category from s in scope from forbids in kind from adds in Gen.Elements(ActionKind.Assign, ActionKind.ContactClient) select (c, s, forbids, adds);
        var rule = from c in category from w in words select (c, w);
        var cases = from patterns in Gen.ListOf(pattern) from guards in Gen.ListOf(guard) from rules in Gen.ListOf(rule) from text in Gen.ListOf(words, 3) from seed in Gen.Choose(0, int.MaxValue) select (patterns, guards, rules, text: string.Join(' ', text), seed);

        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var definition = new ResponsePolicyDefinition
            {
                Id = new("p"),
                Rules = [.. c.rules.Take(4).Select((r, i) => new ResponseRule { Id = $"r{i}", Category = r.c, Any = [r.w] })],
                Guards = [.. c.guards.Take(3).Select((g, i) => new ResponseGuard { Id = $"g{i}", Categories = [g.c], Scope = g.s, Forbids = [g.forbids], Adds = [g.adds] })],
                Patterns = [.. c.patterns.Take(8).DistinctBy(p => p.Key)],
            };
            var random = new Random(c.seed);
            var shuffled = definition with { Rules = Shuffled(definition.Rules, random), Guards = Shuffled(definition.Guards, random), Patterns = Shuffled(definition.Patterns, random) };
            return Told(new ResponsePolicy(definition).Evaluate(c.text, Facts)) == Told(new ResponsePolicy(shuffled).Evaluate(c.text, Facts)) && Told(new ResponsePolicy(definition).Evaluate(c.text, Facts)) == Told(new ResponsePolicy(definition).Explain(c.text, Facts).Outcome);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    /// <summary>What rules, guards and patterns bring about is nothing that they look at: judging the judged changes nothing.</summary>
    [Fact]
    public void Decide_ItsOwnOutcome_TriggersNothingFurther()
    {
        var policy = new ResponsePolicy(new() { Id = new("p"), Patterns = [Pattern("p") with { Steps = [new(ActionKind.Assign), new(ActionKind.ContactClient)] }], Guards = [new() { Id = "g", Categories = [Category.Complaint], Forbids = [ActionKind.ContactClient], Adds = [ActionKind.Assign] }] });
        var once = policy.Decide(Damage, Facts);

        var twice = policy.Decide(once.Classification, Facts);

        Told(twice).Should().Be(Told(once));
        once.Classification.Should().BeSameAs(Damage);
    }

    private static IReadOnlyList<T> Shuffled<T>(IReadOnlyList<T> values, Random random)
    {
        var array = values.ToArray();
        random.Shuffle(array);
        return array;
    }

    private static string Told(ResponseOutcome outcome)
        => $"{outcome.Classification.Category}/{outcome.Classification.Cause}/{outcome.Classification.Severity} {outcome.Pattern}: {string.Join(',', outcome.Steps)}; {string.Join(',', outcome.Guards.Order(StringComparer.Ordinal))}";

    private static ActionPattern Pattern(string id) => new(Category.Complaint, [new(ActionKind.Assign)]) { Id = id };

    private static string Selected(params ActionPattern[] patterns) => Policy(patterns).Decide(Damage, Facts).Pattern;

    private static ResponsePolicy Policy(params ActionPattern[] patterns) => new(new() { Id = new("p"), Patterns = patterns }, FixedClassifier.Silent);
}
