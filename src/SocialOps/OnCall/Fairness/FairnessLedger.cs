using NodaTime;
using SocialOps.People;
using SocialOps.Time;

namespace SocialOps.OnCall.Fairness;

/// <summary>Who has carried how much duty. Immutable and thread-safe; the ledgers of two years add up to one.</summary>
public sealed class FairnessLedger
{
    private readonly Dictionary<PersonId, DutyAccount> accounts;

    private FairnessLedger(Dictionary<PersonId, DutyAccount> accounts) => this.accounts = accounts;

    /// <summary>A ledger without entries.</summary>
    public static FairnessLedger Empty { get; } = new([]);

    /// <summary>The accounts of everybody who had duty.</summary>
    public IReadOnlyDictionary<PersonId, DutyAccount> Accounts => accounts;

    /// <summary>One person's account; empty for somebody without duty.</summary>
    public DutyAccount this[PersonId person] => accounts.GetValueOrDefault(person, DutyAccount.Empty);

    /// <summary>Counts the duties of a schedule.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="from">The first instant.</param>
    /// <param name="to">The first instant after it.</param>
    /// <param name="weights">What an hour weighs.</param>
    /// <param name="isHoliday">Whether a day is a holiday where the person lives; <see langword="null"/> for none.</param>
    public static FairnessLedger Of(OnCallSchedule schedule, Instant from, Instant to, FairnessWeights weights, Func<PersonId, LocalDate, bool>? isHoliday = null)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(weights);
        var swaps = schedule.Definition.Swaps.Select(swap => swap.Id).ToHashSet(StringComparer.Ordinal);
        var accounts = new Dictionary<PersonId, DutyAccount>();
        foreach (var duty in schedule.DutiesBetween(from, to))
        {
            var zone = schedule.People.TryGetValue(duty.Person, out var person) ? TimeZones.Find(person.Zone) ?? DateTimeZone.Utc : DateTimeZone.Utc;
            var credit = duty.Source.Override is { } by && swaps.Contains(by) ? weights.SwapCredit : 0m;
            var account = DutyHours.Count(duty.From, duty.To, zone, weights, credit, day => isHoliday?.Invoke(duty.Person, day) ?? false);
            accounts[duty.Person] = accounts.GetValueOrDefault(duty.Person, DutyAccount.Empty).Plus(account);
        }

        return new(accounts);
    }

    /// <summary>Both ledgers together: last year's carried over into this year's.</summary>
    public FairnessLedger Plus(FairnessLedger other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(accounts.Keys.Union(other.accounts.Keys).ToDictionary(person => person, person => this[person].Plus(other[person])));
    }

    /// <summary>The ledger with more for one person.</summary>
    public FairnessLedger With(PersonId person, DutyAccount more) => Plus(new(new() { [person] = more }));

    /// <summary>Who of some people should take the next slot: whoever has carried least, then by id. With equal slots nobody is ever more than one slot ahead.</summary>
    /// <param name="candidates">At least one person.</param>
    public PersonId Next(IEnumerable<PersonId> candidates) => candidates.OrderBy(person => this[person].WeightedHours).ThenBy(person => person.Value, StringComparer.Ordinal).First();
}
