using NodaTime;
using SocialOps.Content;

namespace SocialOps.Publishing;

/// <summary>A plan that new time zone data has moved. Immutable.</summary>
/// <param name="Item">The item.</param>
/// <param name="Plan">The local time that it means, and by which data it is read now.</param>
/// <param name="Before">The instant that it meant before.</param>
public sealed record MovedPlan(ContentItemId Item, LocalPlan Plan, Instant Before)
{
    /// <summary>E.g. <c>2027-03-30T09:00 Europe/Berlin is 2027-03-30T08:00:00Z by tzdb 2026c, and was 2027-03-30T07:00:00Z.</c></summary>
    public override string ToString() => $"{Plan.Local:uuuu'-'MM'-'dd'T'HH':'mm} {Plan.Zone} is {Plan.Resolved} by tzdb {Plan.Tzdb}, and was {Before}.";
}
