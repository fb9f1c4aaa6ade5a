using SocialOps.Auditing;
using SocialOps.Console.Desk;
using SocialOps.Inbox;
using SocialOps.Work;

namespace SocialOps.Console.Summary;

/// <summary>Counts what stands in the file, page by page.</summary>
internal sealed class FileCount
{
    public long Items { get; private set; }

    public SortedDictionary<string, long> ByCategory { get; } = new(StringComparer.Ordinal);

    public long Cases { get; private set; }

    public long Replies { get; private set; }

    public long Met { get; private set; }

    public long Breached { get; private set; }

    public long Running { get; private set; }

    public long Unattended { get; private set; }

    public Case? OldestOpen { get; private set; }

    public long Notifications { get; private set; }

    public long Escalations { get; private set; }

    public static async Task<long> ItemsOfAsync(OpsDesk desk)
    {
        long items = 0;
        foreach (var client in desk.Agency.Clients)
        {
            await foreach (var _ in Pages.AllAsync(next => desk.Ops.Inbox.QueryClientAsync(client.Id, 1000, next)))
            {
                items++;
            }
        }

        return items;
    }

    public static async Task<FileCount> OfAsync(OpsDesk desk)
    {
        var count = new FileCount();
        foreach (var client in desk.Agency.Clients)
        {
            await foreach (var item in Pages.AllAsync(next => desk.Ops.Inbox.QueryClientAsync(client.Id, 1000, next)))
            {
                count.Items++;
                var category = item.Classification.Category.ToString();
                count.ByCategory[category] = count.ByCategory.GetValueOrDefault(category) + 1;
            }

            await foreach (var one in Pages.AllAsync(next => desk.Ops.Cases.QueryClientAsync(client.Id, 1000, next)))
            {
                await count.AddAsync(desk, one);
            }
        }

        await foreach (var _ in Pages.AllAsync(next => desk.Ops.Work.QueryAsync(new WorkQuery(WorkState.Dead, Limit: 1000, Continue: next))))
        {
            count.Unattended++;
        }

        count.Notifications = await EventsAsync(desk, "notification.sent");
        count.Escalations = await EventsAsync(desk, "escalation.told");
        return count;
    }

    private async Task AddAsync(OpsDesk desk, Case one)
    {
        Cases++;
        Replies += one.Replies;
        Met += one.ClocksMet;
        Breached += one.ClocksBreached;
        if (one.ClosedAt is not null)
        {
            return;
        }

        Running += one.Clocks.Count(c => c.State == ClockState.Running);
        OldestOpen = OldestOpen is null || one.OpenedAt < OldestOpen.OpenedAt ? one : OldestOpen;
        if (one.Responsible is null || (await desk.Ops.Cases.QueryDueAsync(one.Id)).Count == 0)
        {
            Unattended++;
        }
    }

    private static async Task<long> EventsAsync(OpsDesk desk, string action)
    {
        long events = 0;
        await foreach (var _ in Pages.AllAsync(next => desk.Ops.Audit.QueryAsync(new AuditQuery(Action: action, Limit: 1000, Continue: next))))
        {
            events++;
        }

        return events;
    }
}
