using NodaTime;
using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.Responses;

namespace SocialOps.Inbox;

/// <summary>Which items neither the policy nor the pool could place (requirement 4.5).</summary>
internal static class PoolGaps
{
    public static bool IsOne(ResponseOutcome outcome, string text, AgencySnapshot agency, Instant now)
        => (outcome.IsDefault && outcome.Classification.Category == Category.Unclassified)
            || (outcome.Find(ActionKind.Answer) is not null && agency.Pool.Search(text, now.InUtc().Date, 1) is not [{ Score: >= ReplyPool.Proposed }]);
}
