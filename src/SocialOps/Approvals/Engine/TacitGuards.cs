using NodaTime;
using SocialOps.Content;
using SocialOps.People;
using SocialOps.Time;

namespace SocialOps.Approvals;

/// <summary>What is known when the question comes up whether silence counts.</summary>
public sealed record TacitCase
{
    /// <summary>The accepted clause; <see langword="null"/> for none.</summary>
    public TacitClause? Clause { get; init; }

    /// <summary>The notice named date, time and the consequence of silence.</summary>
    public bool NoticeNamesSilence { get; init; }

    /// <summary>What hosts reported about this notice.</summary>
    public IReadOnlyList<NoticeDelivery> Deliveries { get; init; } = [];

    /// <summary>The contacts who were asked and are still valid ones.</summary>
    public IReadOnlyList<Recipient> ValidContacts { get; init; } = [];

    /// <summary>The contacts who were asked, are marked absent, and have nobody in their place.</summary>
    public IReadOnlyList<Recipient> AbsentContacts { get; init; } = [];

    /// <summary>The client's calendar, with its holidays; <see langword="null"/> while there is none.</summary>
    public BusinessCalendar? ClientCalendar { get; init; }

    /// <summary>When the step's time is over.</summary>
    public required Instant DueAt { get; init; }

    /// <summary>The hash that the notice showed.</summary>
    public required ContentHash NoticeHash { get; init; }

    /// <summary>The hash now.</summary>
    public required ContentHash CurrentHash { get; init; }

    /// <summary>How much may go wrong.</summary>
    public RiskClass Risk { get; init; }

    /// <summary>The crisis level; <see langword="null"/> while unknown.</summary>
    public int? CrisisLevel { get; init; }

    /// <summary>Whether publishing is held; <see langword="null"/> while unknown.</summary>
    public bool? IsHeld { get; init; }
}

/// <summary>The seven guards without which silence never counts. What is unknown fails. Pure.</summary>
public static class TacitGuards
{
    /// <summary>The guards that fail, each named; empty when silence counts.</summary>
    public static IReadOnlyList<string> Check(TacitCase tacit)
    {
        ArgumentNullException.ThrowIfNull(tacit);
        var failed = new List<string>();
        Require(tacit.Clause is not null, "1 clause: no accepted quote or contract says that silence counts.");
        Require(tacit.NoticeNamesSilence, "2 notice: it did not name date, time and the consequence of silence.");
        var delivered = DeliveredAt(tacit);
        Require(delivered is not null, "3 delivery: no notice is proved to have reached a valid contact.");
        Require(tacit.Deliveries.All(d => !d.Bounced), "3 delivery: a notice came back.");
        Require(FullDays(tacit, delivered) >= 2, "4 time: fewer than two full working days in the client's calendar since the delivery.");
        Require(tacit.AbsentContacts.Count == 0, $"4 time: {string.Join(", ", tacit.AbsentContacts)} is absent and nobody stands in.");
        Require(tacit.NoticeHash == tacit.CurrentHash, $"5 hash: the notice showed {tacit.NoticeHash.Abbreviated}, current is {tacit.CurrentHash.Abbreviated}.");
        Require(tacit.Risk == RiskClass.Standard, $"6 risk: the class is {tacit.Risk}, silence counts for Standard only.");
        Require(tacit.CrisisLevel is 0 or 1, $"7 calm: the crisis level is {(tacit.CrisisLevel is { } level ? $"{level}" : "unknown")}.");
        Require(tacit.IsHeld == false, tacit.IsHeld is null ? "7 calm: whether publishing is held is unknown." : "7 calm: publishing is held.");
        return failed;

        void Require(bool holds, string guard)
        {
            if (!holds)
            {
                failed.Add(guard);
            }
        }
    }

    /// <summary>How many working days lie whole between two instants: all of a day's open time.</summary>
    /// <param name="calendar">The calendar, with its holidays.</param>
    /// <param name="from">The start.</param>
    /// <param name="to">The end.</param>
    public static int FullWorkingDays(BusinessCalendar calendar, Instant from, Instant to)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var days = 0;
        for (var date = from.InZone(calendar.Zone).Date; date <= to.InZone(calendar.Zone).Date; date = date.PlusDays(1))
        {
            var (start, end) = (TimeZones.Resolve(date.AtMidnight(), calendar.Zone), TimeZones.Resolve(date.PlusDays(1).AtMidnight(), calendar.Zone));
            var open = calendar.Between(start, end);
            days += open > Duration.Zero && calendar.Between(Instant.Max(start, from), Instant.Max(Instant.Max(start, from), Instant.Min(end, to))) == open ? 1 : 0;
        }

        return days;
    }

    private static Instant? DeliveredAt(TacitCase tacit)
        => tacit.Deliveries.Where(d => !d.Bounced && tacit.ValidContacts.Contains(d.Recipient)).Select(d => (Instant?)d.At).Min();

    private static int FullDays(TacitCase tacit, Instant? delivered)
        => tacit.ClientCalendar is { } calendar && delivered is { } at && at < tacit.DueAt ? FullWorkingDays(calendar, at, tacit.DueAt) : 0;
}
