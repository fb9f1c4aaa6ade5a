using SocialOps.People;

namespace SocialOps.OnCall;

/// <summary>Who is actually on duty at an instant, after absences, deputies and overrides; or why nobody is. Immutable; equal by content.</summary>
public sealed class OnCallAnswer : IEquatable<OnCallAnswer>
{
    private static readonly OnCallAnswer[] Gaps = [.. Enum.GetValues<CoverageGapCause>().Select(cause => new OnCallAnswer([], cause))];

    private OnCallAnswer(PersonId[] onDuty, CoverageGapCause? gap)
    {
        OnDuty = onDuty;
        Gap = gap;
    }

    /// <summary>Who is on duty, the strongest layer's first, nobody twice; empty in a gap.</summary>
    public IReadOnlyList<PersonId> OnDuty { get; }

    /// <summary>Why nobody is on duty; <see langword="null"/> while somebody is.</summary>
    public CoverageGapCause? Gap { get; }

    /// <inheritdoc />
    public bool Equals(OnCallAnswer? other)
        => ReferenceEquals(this, other) || (other is not null && Gap == other.Gap && OnDuty.SequenceEqual(other.OnDuty));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as OnCallAnswer);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Gap, OnDuty.Count, OnDuty.Count > 0 ? OnDuty[0] : default);

    /// <summary>The people's ids, or <c>nobody (cause)</c>.</summary>
    public override string ToString() => Gap is { } cause ? $"nobody ({cause})" : string.Join(", ", OnDuty);

    internal static OnCallAnswer Nobody(CoverageGapCause cause) => Gaps[(int)cause];

    internal static OnCallAnswer Of(PersonId[] people) => new(people, null);
}
