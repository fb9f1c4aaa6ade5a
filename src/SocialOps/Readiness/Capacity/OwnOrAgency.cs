using NodaTime;

namespace SocialOps.Readiness.Capacity;

/// <summary>Somebody of one's own, or an agency? (requirement 4.11) One's own costs the whole week, busy or not.</summary>
/// <param name="OwnMonth">What a person of one's own costs a month.</param>
/// <param name="AgencyMonth">What the agency costs a month.</param>
/// <param name="Utilisation">How much of the person's week would be taken, 1 being all of it.</param>
public sealed record OwnOrAgency(decimal OwnMonth, decimal AgencyMonth, double Utilisation)
{
    /// <summary>What an hour of one's own that is really needed costs; <see langword="null"/> where none is needed.</summary>
    public decimal? OwnNeededHour { get; private init; }

    /// <summary>The agency costs less.</summary>
    public bool AgencyIsCheaper => AgencyMonth < OwnMonth;

    /// <summary>Compares.</summary>
    /// <param name="perWeek">What is needed a week.</param>
    /// <param name="ownMonth">What a person of one's own costs a month, all included.</param>
    /// <param name="ownWeek">How long such a person works a week; longer than zero.</param>
    /// <param name="agencyMonth">What the agency's package costs a month.</param>
    /// <exception cref="ArgumentOutOfRangeException">A week is not longer than zero.</exception>
    public static OwnOrAgency Compare(Duration perWeek, decimal ownMonth, Duration ownWeek, decimal agencyMonth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(ownWeek, Duration.Zero);
        var people = (int)Math.Max(1, Math.Ceiling(perWeek / ownWeek));
        var month = ownMonth * people;
        return new(month, agencyMonth, perWeek / (ownWeek * people)) { OwnNeededHour = perWeek <= Duration.Zero ? null : Math.Round(month / (decimal)(perWeek.TotalHours * 52 / 12), 2) };
    }
}
