using NodaTime;

namespace SocialOps.Portal;

/// <summary>Who is on duty in a schedule.</summary>
/// <param name="Schedule">The schedule.</param>
/// <param name="OnDuty">The people, empty when nobody is.</param>
/// <param name="Gap">Why nobody is.</param>
public sealed record Duty(string Schedule, IReadOnlyList<string> OnDuty, string? Gap)
{
    /// <summary>Who is on duty now, in every schedule.</summary>
    public static async Task<IReadOnlyList<Duty>> NowAsync(ISocialOps ops, TimeProvider time)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        return await ops.Default.Agency.FindCurrentAsync() is { } agency ? [.. agency.Definition.Schedules.Select(s => Of(s.Id.Value, agency.GetSchedule(s.Id).At(now)))] : [];
    }

    private static Duty Of(string schedule, OnCall.OnCallAnswer answer) => new(schedule, [.. answer.OnDuty.Select(p => p.Value)], answer.Gap?.ToString());
}
