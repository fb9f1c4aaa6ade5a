using NodaTime;
using SocialOps.Channels;
using SocialOps.People;

namespace SocialOps.Content;

/// <summary>What a client's channels are to show, week by week (requirements 2.5 and 1.12). Weeks begin on Monday in the plan's zone. Immutable; a change is the next version.</summary>
public sealed record EditorialPlan
{
    /// <summary>The client.</summary>
    public required ClientId Client { get; init; }

    /// <summary>The version, from 1; given when it is stored.</summary>
    public int Version { get; init; }

    /// <summary>The IANA time zone in which weeks and slots lie.</summary>
    public required string Zone { get; init; }

    /// <summary>How often each channel speaks.</summary>
    public IReadOnlyList<Cadence> Cadences { get; init; } = [];

    /// <summary>When channels usually speak.</summary>
    public IReadOnlyList<WeeklySlot> Slots { get; init; } = [];

    /// <summary>What the posts of a week are made of.</summary>
    public IReadOnlyList<MixTarget> Mix { get; init; } = [];

    /// <summary>How much work there is to give.</summary>
    public IReadOnlyList<ActivityBudget> Budgets { get; init; } = [];

    /// <summary>How a post comes about; <see langword="null"/> for no set steps.</summary>
    public ProcessTemplate? Process { get; init; }
}

/// <summary>How often a channel speaks.</summary>
/// <param name="Account">The channel account.</param>
/// <param name="PerWeek">How many posts a week are planned.</param>
/// <param name="AgreedPerWeek">How many the package holds; <see langword="null"/> where it says nothing.</param>
/// <param name="MinAhead">How many posts must be planned ahead at any time: the depth of the pipeline (requirement 0.18).</param>
public sealed record Cadence(ChannelAccountId Account, int PerWeek, int? AgreedPerWeek = null, int MinAhead = 0);

/// <summary>When a channel usually speaks.</summary>
/// <param name="Account">The channel account.</param>
/// <param name="Day">The day of the week.</param>
/// <param name="Time">The local time; skipped by a clock change it is the first instant after the gap, ambiguous the earlier one.</param>
public sealed record WeeklySlot(ChannelAccountId Account, IsoDayOfWeek Day, LocalTime Time);

/// <summary>What share of a week's posts has a kind or a purpose; both ends included.</summary>
/// <param name="Kind">Posts of this kind; <see langword="null"/> for any.</param>
/// <param name="Purpose">Posts with this purpose; <see langword="null"/> for any.</param>
/// <param name="MinPercent">The least share, 0 to 100.</param>
/// <param name="MaxPercent">The greatest share, 0 to 100.</param>
public sealed record MixTarget(ContentKind? Kind, ContentPurpose? Purpose, int MinPercent = 0, int MaxPercent = 100);

/// <summary>How much work a week has for a network (requirement 1.12: how active can you be?).</summary>
/// <param name="Network">The network.</param>
/// <param name="PerWeek">The working time of a week.</param>
/// <param name="PerPost">What a post takes, the care for its comments included.</param>
public sealed record ActivityBudget(string Network, Duration PerWeek, Duration PerPost);
