using NodaTime;
using SocialOps.Console.Desk;
using SocialOps.Definitions;
using SocialOps.OnCall.Coverage;

namespace SocialOps.Console.Weekend;

/// <summary>Who is on duty over the weekend, and the proof that nobody is missing.</summary>
internal static class DutyTable
{
    public static void Write(OpsDesk desk, Feed feed, Instant from, Instant to)
    {
        var names = new Names(desk.Agency);
        var agency = new AgencySnapshot(desk.Agency, 1);
        var schedule = agency.GetSchedule(desk.Agency.Clients[0].Agreement.Schedule);
        foreach (var shift in schedule.Between(from, to))
        {
            var onDuty = shift.OnDuty.Select(names.Of);
            feed.Say(shift.From, "blue", $"On duty until {names.When(shift.To)}: {(shift.Gap is null ? string.Join(", ", onDuty) : "nobody")}.");
        }

        var proof = CoverageCheck.Prove(schedule, [new CoverageDemand("weekend", CoverageHours.Always)], from, to);
        feed.Say(from, proof.IsProved ? "blue" : "red", proof.IsProved
            ? $"Proved: until {names.When(to)} not a second is without somebody on duty ({proof.TimeZoneVersion.Split(" (")[0]})."
            : proof.ToString());
    }
}
