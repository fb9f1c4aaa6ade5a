using NodaTime;

namespace SocialOps.OnCall.WhatIf;

/// <summary>A stretch, half-open [from, to), in which two schedules answer differently.</summary>
/// <param name="From">The first instant.</param>
/// <param name="To">The first instant after it.</param>
/// <param name="Before">The answer before.</param>
/// <param name="After">The answer after.</param>
public sealed record ScheduleChange(Instant From, Instant To, OnCallAnswer Before, OnCallAnswer After)
{
    /// <summary>One line for people, instants in UTC.</summary>
    public override string ToString() => $"{From} to {To}: {Before} -> {After}";
}
