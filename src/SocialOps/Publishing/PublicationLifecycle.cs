using System.Collections.Frozen;
using System.Text;
using static SocialOps.Publishing.PublicationState;
using static SocialOps.Publishing.PublicationTrigger;

namespace SocialOps.Publishing;

/// <summary>A publication's states and what leads from one to another, as one table: the code, the tests and the diagram in the docs read the same rows.</summary>
public static class PublicationLifecycle
{
    /// <summary>Every transition that there is.</summary>
    public static IReadOnlyList<PublicationTransition> Table { get; } =
    [
        new(Scheduled, Begin, Sending, "the gate says yes, the attempt is written"),
        new(Scheduled, Hold, Held, "frozen, changed, too late, not (any longer) approved, or no agreement is active"),
        new(Scheduled, Cancel, Cancelled, "a person, or other approved bytes take its place"),
        new(Scheduled, Confirm, Scheduled, "a person after a freeze, approved anew, or the agreement is active now"),
        new(Scheduled, GiveUp, NeedsHuman, "no connector serves its network"),
        new(Held, Confirm, Scheduled, "a person after a freeze, approved anew, or the agreement is active now"),
        new(Held, Cancel, Cancelled, "a person, or other approved bytes take its place"),
        new(Sending, Accept, Published),
        new(Sending, Refuse, Failed),
        new(Sending, Postpone, Scheduled, "it never left us"),
        new(Scheduled, Doubt, OutcomeUnknown, "a restored backup has forgotten an attempt"),
        new(Held, Doubt, OutcomeUnknown, "a restored backup has forgotten an attempt"),
        new(Sending, Doubt, OutcomeUnknown, "no answer, or the worker ended"),
        new(Sending, GiveUp, NeedsHuman, "it could not be sent for a day"),
        new(OutcomeUnknown, Doubt, OutcomeUnknown, "neither found nor proved absent yet"),
        new(OutcomeUnknown, Find, Published),
        new(OutcomeUnknown, ProveAbsence, Scheduled, "seen twice after the settle window"),
        new(OutcomeUnknown, GiveUp, NeedsHuman, "it cannot be looked for, or was looked for often enough"),
        new(NeedsHuman, Find, Published, "a person has seen it"),
        new(NeedsHuman, Release, Scheduled, "a person has seen that it is not there"),
        new(NeedsHuman, Cancel, Cancelled, "a person"),
        new(Published, Retract, Retracted, "where the connector can"),
    ];

    private static readonly FrozenDictionary<(PublicationState, PublicationTrigger), PublicationState> Next = Table.ToFrozenDictionary(t => (t.From, t.Trigger), t => t.To);

    /// <summary>Where a trigger leads, or <see langword="null"/> when it is not possible there.</summary>
    public static PublicationState? FindNext(PublicationState state, PublicationTrigger trigger) => Next.TryGetValue((state, trigger), out var to) ? to : null;

    /// <summary>The table as a Mermaid state diagram.</summary>
    public static string ToMermaid()
    {
        var text = new StringBuilder("stateDiagram-v2\n    [*] --> Scheduled\n");
        foreach (var row in Table)
        {
            text.Append("    ").Append(row.From).Append(" --> ").Append(row.To).Append(": ").Append(row.Trigger);
            text.Append(row.Guard is { } guard ? $" [{guard}]\n" : "\n");
        }

        foreach (var end in Table.Select(t => t.To).Distinct().Where(s => Table.All(t => t.From != s)))
        {
            text.Append("    ").Append(end).Append(" --> [*]\n");
        }

        return text.ToString();
    }

    /// <summary>Moves a publication along the table; there is no other way.</summary>
    /// <exception cref="InvalidTransitionException">It is not possible there; the message says what is.</exception>
    internal static Publication Move(this Publication publication, PublicationTrigger trigger) => publication with
    {
        State = FindNext(publication.State, trigger) ?? throw new InvalidTransitionException($"Publication {publication.Id}", Refusal(publication.State, trigger)),
        HeldFor = null,
    };

    private static string Refusal(PublicationState state, PublicationTrigger trigger)
        => $"is {state}; {trigger} is possible only while it is {string.Join(" or ", Table.Where(t => t.Trigger == trigger).Select(t => t.From))}.";
}

/// <summary>One row of the table.</summary>
/// <param name="From">Where it stands.</param>
/// <param name="Trigger">What moves it.</param>
/// <param name="To">Where that leads.</param>
/// <param name="Guard">What must hold besides, in words; whoever pulls the trigger checks it.</param>
public sealed record PublicationTransition(PublicationState From, PublicationTrigger Trigger, PublicationState To, string? Guard = null);

/// <summary>What moves a publication.</summary>
public enum PublicationTrigger
{
    /// <summary>An attempt begins.</summary>
    Begin,

    /// <summary>The network has it.</summary>
    Accept,

    /// <summary>The network refuses it.</summary>
    Refuse,

    /// <summary>It never left us and is sent later.</summary>
    Postpone,

    /// <summary>Nobody knows whether it is there.</summary>
    Doubt,

    /// <summary>It was found there.</summary>
    Find,

    /// <summary>It was shown not to be there.</summary>
    ProveAbsence,

    /// <summary>A person has to look.</summary>
    GiveUp,

    /// <summary>A person lets it be sent again.</summary>
    Release,

    /// <summary>It may not be sent as it is.</summary>
    Hold,

    /// <summary>It is to be sent after all.</summary>
    Confirm,

    /// <summary>It is not to be sent.</summary>
    Cancel,

    /// <summary>It is taken down.</summary>
    Retract,
}
