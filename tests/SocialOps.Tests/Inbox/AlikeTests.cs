using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SocialOps.Inbox;

namespace SocialOps.Tests.Inbox;

/// <summary>What is alike is decided together and answered alike.</summary>
public sealed class AlikeTests
{
    [Fact]
    public void Find_CopiesAndNearCopies_AreOneGroup()
        => NearDuplicates.Find(["Boykottiert diesen Laden, alle teilen bitte!", "Schöner Laden", "BOYKOTTIERT diesen Laden,  alle teilen bitte", "boykottiert diesen laden alle bitte jetzt teilen", "Wann habt ihr offen?", "schoener laden"])
            .Should().BeEquivalentTo(new int[][] { [0, 2, 3], [1, 5] }, o => o.WithStrictOrdering());

    [Fact]
    public void Find_ShortTextsThatShareAWord_AreNotAlike() => NearDuplicates.Find(["Alles kaputt", "Alles super", "Alles"]).Should().BeEmpty();

    [Fact]
    public void Find_HalfOfTheWordsInCommon_IsNotAlike()
        => NearDuplicates.Find(["Das Rad kam gestern ohne Sattel an, schade", "Das Rad kam gestern sehr schnell an, danke"]).Should().BeEmpty();

    [Fact]
    public void Find_AnyTexts_PutsEachInOneGroupAtMostAndCopiesTogether() => Prop.ForAll(
        Gen.Elements("Danke euch allen sehr", "Danke euch allen sehr herzlich", "Was kostet das?", "kaputt", "").ListOf(12).ToArbitrary(),
        texts =>
        {
            var groups = NearDuplicates.Find([.. texts]);
            var placed = groups.SelectMany(g => g).ToList();
            return placed.Distinct().Count() == placed.Count
                && groups.All(g => g.Count > 1)
                && Enumerable.Range(0, texts.Count).All(i => texts[i].Length == 0 || texts.Count(t => t == texts[i]) == 1 || placed.Contains(i));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Decide_OneDecisionForACluster_ClosesEachMember()
    {
        await using var ops = await TestOps.StartAsync();
        for (var i = 0; i < 3; i++)
        {
            await ops.ReceiveAsync("Hm, das ist ja ein Ding hier", author: $"author-{i}");
        }

        var cluster = (await ops.Ops.Cases.Alike.ReadClustersAsync(TestAgency.Shop)).Single();
        var outcomes = await ops.Ops.Cases.Alike.DecideAsync([.. cluster.Cases.Select(c => c.Id), new("missing")], TestOps.Ada, new QuickDecision.Ignore("Eine Aktion, dreimal dasselbe."));

        outcomes.Select(o => o.After?.CloseReason).Should().Equal(CloseReason.Settled, CloseReason.Settled, CloseReason.Settled, null);
        outcomes[^1].Refusal.Should().Contain("missing");
        (await ops.Ops.Cases.Alike.ReadClustersAsync(TestAgency.Shop)).Should().BeEmpty();
    }

    [Fact]
    [Requirement("4.4")]
    public async Task CheckReply_ContradictsWhatWasSaidOnTheMatter_Warns()
    {
        await using var ops = await TestOps.StartAsync();
        var first = await ops.ReceiveAsync("Alles kaputt an der Bremse vom Lastenrad", author: "anke");
        await ops.Ops.Cases.ReplyAsync(first.Id, TestOps.Ada, "Das tut uns leid! Bringen Sie es vorbei, die Reparatur dauert 14 Tage.");
        await ops.DrainAsync();
        await ops.PassAsync(Duration.FromHours(2));
        var second = await ops.ReceiveAsync("Meine Bremse am Lastenrad: alles kaputt", author: "bert");

        var earlier = await ops.Ops.Cases.Alike.ReadEarlierRepliesAsync(second.Id);
        var warned = await ops.Ops.Cases.Alike.CheckReplyAsync(second.Id, "Das tut uns leid, es dauert 30 Tage.");
        var same = await ops.Ops.Cases.Alike.CheckReplyAsync(second.Id, "Das tut uns leid, es dauert 14 Tage und kostet 20 €.");

        earlier.Should().ContainSingle().Which.Should().Match<EarlierReply>(r => r.Case == first.Id && r.Said.Contains("14 Tage", StringComparison.Ordinal));
        warned.Should().ContainSingle().Which.Message.Should().Be("'30 Tage' differs from what was said before: '14 Tage' on 2026-06-12. Make sure which is right.");
        same.Should().BeEmpty();
    }
}
