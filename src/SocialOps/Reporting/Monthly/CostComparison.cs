using NodaTime;

namespace SocialOps.Reporting;

/// <summary>What an hour costs, in one currency.</summary>
/// <param name="WorkingHour">An hour of work.</param>
/// <param name="DutyHour">An hour on duty, without being engaged.</param>
/// <param name="PerAction">How long a person takes for one command on a case.</param>
public sealed record CostRates(decimal WorkingHour, decimal DutyHour, Duration PerAction);

/// <summary>What waves cost beside what being on call cost (requirement 2.12).</summary>
/// <param name="WaveActions">Commands of people on cases that were a wave of level 2 or more.</param>
/// <param name="WaveCost">What they cost: actions, each so long, by the working hour.</param>
/// <param name="DutyHours">Hours on duty on the client's schedule, whether anything happened or not.</param>
/// <param name="DutyCost">What they cost.</param>
public sealed record CostComparison(int WaveActions, decimal WaveCost, double DutyHours, decimal DutyCost);
