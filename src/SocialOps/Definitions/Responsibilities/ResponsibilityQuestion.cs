using SocialOps.Content;
using SocialOps.People;
using SocialOps.ServicePackages;

namespace SocialOps.Definitions;

/// <summary>Who is responsible for this? (requirement 0.1)</summary>
/// <param name="Client">For which client.</param>
/// <param name="Activity">For which activity.</param>
/// <param name="Kind">For content of which kind; <see langword="null"/> for none in particular.</param>
/// <param name="Phase">In which phase; <see langword="null"/> for the agreement's phase on the day.</param>
public sealed record ResponsibilityQuestion(ClientId Client, ActivityId Activity, ContentKind? Kind = null, string? Phase = null)
{
    /// <summary>Who does an activity for a content item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="activity">The activity, e.g. <see cref="Activities.Copy"/>.</param>
    public static ResponsibilityQuestion For(ContentItem item, ActivityId activity)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new(item.Client, activity, item.Brief.Kind);
    }
}
