using NodaTime;
using SocialOps.People;

namespace SocialOps.OnCall;

/// <summary>
/// A schedule through its versions: who was on duty then, and whom did we believe on duty then, as known at some other time. For an instant the version with the latest effective-from
/// at or before it answers; of two with the same, the one written down later. Before the first version nobody is on duty. Immutable and thread-safe.
/// </summary>
public sealed class OnCallHistory
{
    private readonly (ScheduleVersion Version, Lazy<OnCallSchedule> Schedule)[] versions;

    /// <summary>Makes the history of these versions, in any order; each is compiled when it is first asked.</summary>
    public OnCallHistory(IEnumerable<ScheduleVersion> versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        this.versions = [.. versions
            .OrderBy(v => v.EffectiveFrom).ThenBy(v => v.RecordedAt)
            .Select(v => (v, new Lazy<OnCallSchedule>(() => new OnCallSchedule(v.Definition, v.People))))];
    }

    /// <summary>The versions, by effective-from.</summary>
    public IEnumerable<ScheduleVersion> Versions => versions.Select(v => v.Version);

    /// <summary>The history with one more version. The past never changes: a version takes effect when it is written down, or later; only the very first may reach back.</summary>
    /// <param name="effectiveFrom">The first instant it answers for.</param>
    /// <param name="now">The instant of writing it down.</param>
    /// <param name="definition">The schedule.</param>
    /// <param name="people">The people.</param>
    /// <exception cref="ArgumentOutOfRangeException">It would change the past.</exception>
    public OnCallHistory Amend(Instant effectiveFrom, Instant now, ScheduleDefinition definition, IReadOnlyDictionary<PersonId, PersonDefinition> people)
    {
        if (versions.Length > 0 && effectiveFrom < now)
        {
            throw new ArgumentOutOfRangeException(nameof(effectiveFrom), $"{effectiveFrom} lies before {now}: the past of a schedule does not change. Let the version take effect now or later.");
        }

        return new([.. Versions, new(effectiveFrom, now, definition, people)]);
    }

    /// <summary>The version that answers for an instant.</summary>
    /// <param name="instant">The instant asked about.</param>
    /// <param name="asKnownAt">Only what was written down up to this instant; <see langword="null"/> for all that is known.</param>
    public ScheduleVersion? VersionAt(Instant instant, Instant? asKnownAt = null) => Find(instant, asKnownAt)?.Version;

    /// <summary>Who was, is or will be on duty.</summary>
    /// <param name="instant">The instant asked about.</param>
    /// <param name="requirement">What the duty asks for; <see langword="null"/> for nothing.</param>
    /// <param name="asKnownAt">"As we believed at that time": only what was written down up to this instant.</param>
    public OnCallAnswer At(Instant instant, DutyRequirement? requirement = null, Instant? asKnownAt = null)
        => Find(instant, asKnownAt)?.Schedule.Value.At(instant, requirement) ?? OnCallAnswer.Nobody(CoverageGapCause.NoLayers);

    /// <summary>Why, with the version that answered as the first line.</summary>
    /// <param name="instant">The instant asked about.</param>
    /// <param name="requirement">What the duty asks for; <see langword="null"/> for nothing.</param>
    /// <param name="asKnownAt">Only what was written down up to this instant.</param>
    public OnCallExplanation Explain(Instant instant, DutyRequirement? requirement = null, Instant? asKnownAt = null)
    {
        if (Find(instant, asKnownAt) is not { } found)
        {
            return new(instant, OnCallAnswer.Nobody(CoverageGapCause.NoLayers), instant, [new(ExplanationRule.Version, "no version of the schedule was in effect")]);
        }

        var text = $"version in effect from {found.Version.EffectiveFrom}, written down at {found.Version.RecordedAt}";
        var explanation = found.Schedule.Value.Explain(instant, requirement);
        return explanation with { Steps = [new(ExplanationRule.Version, text), .. explanation.Steps] };
    }

    /// <summary>The shifts and gaps of a stretch, ascending, each from the version in effect; cut where a version begins.</summary>
    /// <param name="from">The first instant.</param>
    /// <param name="to">The first instant after it.</param>
    /// <param name="requirement">What the duty asks for; <see langword="null"/> for nothing.</param>
    /// <param name="asKnownAt">Only what was written down up to this instant.</param>
    public IEnumerable<Shift> Between(Instant from, Instant to, DutyRequirement? requirement = null, Instant? asKnownAt = null)
    {
        for (var start = from; start < to;)
        {
            var end = versions.Where(v => v.Version.EffectiveFrom > start && IsKnown(v.Version, asKnownAt)).Select(v => v.Version.EffectiveFrom).Append(to).Min();
            end = Instant.Min(end, to);
            foreach (var shift in Find(start, asKnownAt)?.Schedule.Value.Between(start, end, requirement) ?? [new Shift(start, end, OnCallAnswer.Nobody(CoverageGapCause.NoLayers))])
            {
                yield return shift;
            }

            start = end;
        }
    }

    private static bool IsKnown(ScheduleVersion version, Instant? asKnownAt) => asKnownAt is not { } known || version.RecordedAt <= known;

    private (ScheduleVersion Version, Lazy<OnCallSchedule> Schedule)? Find(Instant instant, Instant? asKnownAt)
    {
        for (var i = versions.Length - 1; i >= 0; i--)
        {
            if (versions[i].Version.EffectiveFrom <= instant && IsKnown(versions[i].Version, asKnownAt))
            {
                return versions[i];
            }
        }

        return null;
    }
}
