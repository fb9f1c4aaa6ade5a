using NodaTime;
using SocialOps.Channels;
using SocialOps.Inbox;

namespace SocialOps.Privacy;

/// <summary>What the history of a customer shows: a pure function of it.</summary>
public sealed record CustomerInsights
{
    /// <summary>When their first item was shown to us; <see langword="null"/> without one.</summary>
    public Instant? FirstContactAt { get; init; }

    /// <summary>When their latest item was shown to us.</summary>
    public Instant? LastContactAt { get; init; }

    /// <summary>How many items they wrote.</summary>
    public int Items { get; init; }

    /// <summary>Items by what they are about.</summary>
    public IReadOnlyDictionary<Category, int> ByCategory { get; init; } = new Dictionary<Category, int>();

    /// <summary>Items by network.</summary>
    public IReadOnlyDictionary<string, int> ByNetwork { get; init; } = new Dictionary<string, int>();

    /// <summary>How many of the cases that they wrote in are open.</summary>
    public int OpenCases { get; init; }

    /// <summary>How many of the cases that they wrote in are closed.</summary>
    public int ClosedCases { get; init; }

    /// <summary>Their complaints and how each ended, the oldest first.</summary>
    public IReadOnlyList<CustomerComplaint> Complaints { get; init; } = [];

    /// <summary>The hours of the day in which they write most, at most three, the usual one first; local hours, 0 to 23.</summary>
    public IReadOnlyList<int> UsualHours { get; init; } = [];

    /// <summary>They have come back: more than one case.</summary>
    public bool IsRepeat => OpenCases + ClosedCases > 1;

    /// <summary>There is more than was looked at: the numbers are those of the latest items.</summary>
    public bool IsPartial { get; init; }

    /// <summary>What a history shows.</summary>
    /// <param name="items">The items, in any order.</param>
    /// <param name="cases">The cases that they belong to.</param>
    /// <param name="zone">Whose clock the usual hours are read on.</param>
    public static CustomerInsights Of(IReadOnlyList<InboundItem> items, IReadOnlyList<Case> cases, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(zone);
        return new()
        {
            FirstContactAt = items.Count == 0 ? null : items.Min(i => i.ReceivedAt),
            LastContactAt = items.Count == 0 ? null : items.Max(i => i.ReceivedAt),
            Items = items.Count,
            ByCategory = items.CountBy(i => i.Classification.Category).ToDictionary(),
            ByNetwork = items.CountBy(i => i.Network).ToDictionary(),
            OpenCases = cases.Count(c => c.ClosedAt is null),
            ClosedCases = cases.Count(c => c.ClosedAt is not null),
            Complaints = [.. from @case in cases
                             let complaints = items.Where(i => i.Case == @case.Id && i.Classification.Category == Category.Complaint).ToList()
                             where complaints.Count > 0
                             orderby complaints.Min(i => i.ReceivedAt), @case.Id.Value
                             select CustomerComplaint.Of(@case, complaints)],
            UsualHours = [.. items.CountBy(i => i.WrittenAt.InZone(zone).Hour).OrderByDescending(h => h.Value).ThenBy(h => h.Key).Take(3).Select(h => h.Key)],
        };
    }
}

/// <summary>A complaint of a customer.</summary>
/// <param name="Case">The case.</param>
/// <param name="At">When it was shown to us.</param>
/// <param name="Cause">What it is about.</param>
/// <param name="Stage">How far the dialogue came; <see langword="null"/> where it was led with somebody else, or by the client.</param>
/// <param name="End">How the case ended; <see langword="null"/> while it is open.</param>
public sealed record CustomerComplaint(CaseId Case, Instant At, ComplaintCause Cause, ComplaintStage? Stage, CloseReason? End)
{
    internal static CustomerComplaint Of(Case @case, IReadOnlyList<InboundItem> complaints)
        => new(@case.Id, complaints.Min(i => i.ReceivedAt), complaints[0].Classification.Cause, complaints.Any(i => i.Author == @case.Dialogue?.Author) ? @case.Dialogue!.Stage : null, @case.CloseReason);
}
