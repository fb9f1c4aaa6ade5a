namespace SocialOps.Time;

/// <summary>Rules with the regions they hold in, turned round: each region's rules.</summary>
internal static class HolidayTable
{
    /// <param name="country">The country's prefix, e.g. <c>DE-</c>.</param>
    /// <param name="laws">Each region's code and its law.</param>
    /// <param name="rules">Each rule with its regions' codes, parted by blanks; <c>*</c> for all.</param>
    public static IReadOnlyList<(string Region, HolidayRule[] Rules)> Of(string country, (string Code, string Law)[] laws, (string Codes, HolidayRule Rule)[] rules)
        => [.. laws.Select(l => (country + l.Code, rules
            .Where(r => r.Codes == "*" || r.Codes.Split(' ').Contains(l.Code))
            .Select(r => r.Rule.Source.Length > 0 ? r.Rule : r.Rule with { Source = l.Law })
            .ToArray()))];
}
