using NodaTime;
using SocialOps.Content;

namespace SocialOps.ServicePackages;

/// <summary>One line of the responsibility matrix (requirement 0.1): who does an activity, who looks at it afterwards, who stands in.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Owner">Who does it.</param>
public sealed record Responsibility(ActivityId Activity, Party Owner)
{
    /// <summary>Who looks at it afterwards (requirement 1.2); somebody other than the owner.</summary>
    public Party? Control { get; init; }

    /// <summary>Who stands in, before the owner's own deputies (requirement 3.2).</summary>
    public Party? Deputy { get; init; }

    /// <summary>Only in this phase of the relationship (requirement 0.6); <see langword="null"/> for all.</summary>
    public string? Phase { get; init; }

    /// <summary>Only for content of this kind (requirement 0.4); <see langword="null"/> for all.</summary>
    public ContentKind? Kind { get; init; }

    /// <summary>The first day on which it holds, in the zone of the client's schedule; <see langword="null"/> from the beginning of time.</summary>
    public LocalDate? FromOn { get; init; }

    /// <summary>The first day on which it no longer holds; <see langword="null"/> for no end.</summary>
    public LocalDate? UntilOn { get; init; }

    /// <summary>Why the line does not hold; <see langword="null"/> when it does.</summary>
    /// <param name="kind">The kind of content asked for.</param>
    /// <param name="phase">The phase on the day.</param>
    /// <param name="on">The day.</param>
    public string? WhyNot(ContentKind? kind, string? phase, LocalDate on)
        => Kind is { } only && only != kind ? $"it is for {only}, not for {kind?.ToString() ?? "content of no kind in particular"}"
            : Phase is not null && Phase != phase ? $"it is for phase '{Phase}', and it is {(phase is null ? "none" : $"'{phase}'")}"
            : FromOn is { } from && on < from ? $"it begins on {from:uuuu-MM-dd}, asked for {on:uuuu-MM-dd}"
            : UntilOn is { } until && on >= until ? $"it ended on {until:uuuu-MM-dd}, asked for {on:uuuu-MM-dd}"
            : null;

    /// <summary>How narrowly it is meant: for a kind, for a phase, since a later day.</summary>
    internal (bool, bool, LocalDate) Narrowness => (Kind is not null, Phase is not null, FromOn ?? LocalDate.MinIsoValue);
}
