using System.Diagnostics;
using NodaTime;
using SocialOps.Approvals;
using SocialOps.Auditing;
using SocialOps.Content;
using SocialOps.People;
using SocialOps.Publishing;
using SocialOps.Tests.Approvals;

namespace SocialOps.Tests.Publishing;

/// <summary>One machine sends while somebody on another changes their mind; for any store.</summary>
internal static class PublishRaces
{
    private static readonly TimeSpan Step = TimeSpan.FromMicroseconds(200);
    private static readonly Recipient Ben = new Recipient.OfAgency(TestAgency.Ben);

    /// <summary>The approval is taken back while it is sent: whatever was taken back before the attempt was written is not sent.</summary>
    public static Task RevokeAgainstSendAsync(EditorialOps sender, EditorialOps other, int rounds) => RaceAsync(sender, other, rounds, "approval.revoked", async (item, request) =>
    {
        var answer = await other.Tenant.Approvals.ExecuteAsync(request, new ApprovalCommand.Revoke(Ben, "second thoughts"));
        return answer.IsAccepted;
    });

    /// <summary>It is edited while it is sent: whatever was edited before the attempt was written is not sent, and never the new bytes.</summary>
    public static Task EditAgainstSendAsync(EditorialOps sender, EditorialOps other, int rounds) => RaceAsync(sender, other, rounds, "content.revised", async (item, _) =>
    {
        await other.EditAsync(item, "Am Sonntag ist Sommerfest!");
        return true;
    });

    private static async Task RaceAsync(EditorialOps sender, EditorialOps other, int rounds, string changed, Func<ContentItem, ApprovalRequestId, Task<bool>> change)
    {
        var (sent, stopped) = (0, 0);
        var (headStart, random) = (TimeSpan.Zero, new Random(1));
        for (var round = 0; round < rounds; round++)
        {
            sender.NextSlot();
            var (item, publication) = await sender.ScheduledAsync();
            var request = (await sender.Tenant.Approvals.FindLatestAsync(ApprovalSubjectKind.Content, item.Id.Value))!;
            sender.Ops.Time.SetUtcNow(sender.Slot + Duration.FromSeconds(1));
            sender.Ops.Network.Posts.Clear();

            var accepted = false;
            await ApprovalRaces.AtOnceAsync(round, SendAsync, ChangeAsync);
            await sender.Ops.DrainAsync();

            var published = await sender.Tenant.Publications.FindAsync(publication.Id);
            var attempts = await EventsAsync(sender, publication.Id.Value, "publication.attempted");
            var changes = (await EventsAsync(sender, request.Id.Value, changed)).Concat(await EventsAsync(sender, item.Id.Value, changed)).ToList();
            attempts.Count.Should().BeLessThan(2, "round {0}", round);
            sender.Ops.Network.Posts.Select(p => ContentHash.Of(p.Body.Span)).Should().Equal(Enumerable.Repeat(item.Variants[0].Hash, attempts.Count), "round {0}", round);
            changes.Should().HaveCount(accepted ? 1 : 0);
            if (accepted && attempts.Count == 1)
            {
                attempts[0].Sequence.Should().BeLessThan(changes[0].Sequence, "round {0}: what was changed before the attempt is not sent", round);
            }

            (published!.State == PublicationState.Published).Should().Be(attempts.Count == 1);
            (sent, stopped) = attempts.Count == 1 ? (sent + 1, stopped) : (sent, stopped + 1);
            headStart = attempts.Count == 0 ? (headStart * 1.25) + Step : headStart * 0.8;

            async ValueTask<bool> SendAsync()
            {
                await sender.Ops.DrainAsync();
                return true;
            }

            async ValueTask<bool> ChangeAsync()
            {
                SpinFor(headStart * (0.75 + (random.NextDouble() / 2)));
                return accepted = await AgainAsync(() => change(item, request.Id));
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{rounds} rounds: sent {sent} times, stopped {stopped} times");
    }

    /// <summary>The worker has a longer way to its attempt: it gets as much of a start as makes both equally often first.</summary>
    private static void SpinFor(TimeSpan length)
    {
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < length;)
        {
            Thread.SpinWait(20);
        }
    }

    private static async Task<bool> AgainAsync(Func<Task<bool>> act)
    {
        while (true)
        {
            try
            {
                return await act();
            }
            catch (ConcurrencyConflictException)
            {
                // A person looks again and tries again.
            }
        }
    }

    private static async Task<IReadOnlyList<AuditEvent>> EventsAsync(EditorialOps ops, string subject, string action)
        => (await ops.Tenant.Audit.QueryAsync(new(subject, action, 1_000))).Items;
}
