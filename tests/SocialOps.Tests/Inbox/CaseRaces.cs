using SocialOps.Inbox;
using SocialOps.Tests.Approvals;

namespace SocialOps.Tests.Inbox;

/// <summary>Two people act on one case at once, at two doors; also compiled into the stores' own tests.</summary>
internal static class CaseRaces
{
    /// <summary>Both take it on: one of them is responsible in the end, and both are told the truth.</summary>
    public static Task ClaimAsync(TestOps one, TestOps other, int rounds) => RunAsync(one, other, rounds, "case.claimed", (ops, id, actor) => ops.Cases.ClaimAsync(id, actor), 2);

    /// <summary>Both settle it: it is closed once.</summary>
    public static Task SettleAsync(TestOps one, TestOps other, int rounds) => RunAsync(one, other, rounds, "case.closed", (ops, id, actor) => ops.Cases.SettleAsync(id, actor, "Getauscht."), 1);

    /// <summary>Both acknowledge it: the clock is met once.</summary>
    public static Task AcknowledgeAsync(TestOps one, TestOps other, int rounds) => RunAsync(one, other, rounds, "clock.met", (ops, id, actor) => ops.Cases.AcknowledgeAsync(id, actor, "Gesehen."), 1);

    private static async Task RunAsync(TestOps one, TestOps other, int rounds, string action, Func<TenantServices, CaseId, Actor, ValueTask<Case>> act, int most)
    {
        var (first, refused) = (0, 0);
        for (var round = 0; round < rounds; round++)
        {
            var id = (await one.ReceiveAsync("Wann habt ihr am Samstag offen?", author: $"author-{round}")).Id;
            var before = (await one.HistoryAsync(id)).Count(e => e.Action == action);
            var outcomes = await ApprovalRaces.AtOnceAsync(round, () => TryAsync(one.Ops, TestOps.Ada), () => TryAsync(other.Ops, TestOps.Ben));
            var history = await one.HistoryAsync(id);
            var effects = history.Where(e => e.Action == action).Skip(before).ToList();
            effects.Should().HaveCountGreaterThan(0, "round {0}", round).And.HaveCountLessThanOrEqualTo(most);
            outcomes.Should().Contain(true, "round {0}", round);
            refused += outcomes.Count(o => !o);
            first += effects[0].Actor.Id == "ada" ? 1 : 0;

            async ValueTask<bool> TryAsync(TenantServices ops, Actor actor)
            {
                try
                {
                    await act(ops, id, actor);
                    return true;
                }
                catch (Exception e) when (e is InvalidTransitionException or ConcurrencyConflictException)
                {
                    return false;
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{action}: {rounds} rounds, ada first {first} times, {refused} refused, 0 anomalies");
    }
}
