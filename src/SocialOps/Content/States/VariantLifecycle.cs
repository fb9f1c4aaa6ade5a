using System.Collections.Frozen;
using System.Text;
using static SocialOps.Content.VariantState;
using static SocialOps.Content.VariantTrigger;

namespace SocialOps.Content;

/// <summary>A variant's editorial states and what leads from one to another, as one table: the code, the tests and the diagram in the docs read the same rows.</summary>
public static class VariantLifecycle
{
    /// <summary>Every transition that there is.</summary>
    public static IReadOnlyList<VariantTransition> Table { get; } =
    [
        new(Draft, Edit, Draft),
        new(Draft, Submit, InReview, "ready, and not the bytes that changes were asked for"),
        new(Draft, Revalidate, Approved, "the approved bytes again, not revoked"),
        new(Draft, Withdraw, Withdrawn),
        new(InReview, Edit, Draft),
        new(InReview, PassStep, InReview, "another step follows"),
        new(InReview, Approve, Approved, "the last step"),
        new(InReview, RequestChanges, ChangesRequested),
        new(InReview, Reject, Rejected),
        new(InReview, Expire, Expired),
        new(InReview, Withdraw, Withdrawn),
        new(ChangesRequested, Edit, Draft),
        new(ChangesRequested, Withdraw, Withdrawn),
        new(Approved, Edit, Draft),
        new(Approved, Revoke, Draft),
        new(Approved, Expire, Expired, "its window passed"),
        new(Approved, Withdraw, Withdrawn),
        new(Rejected, Edit, Draft),
        new(Rejected, Withdraw, Withdrawn),
        new(Expired, Edit, Draft),
        new(Expired, Submit, InReview, "ready"),
        new(Expired, Withdraw, Withdrawn),
    ];

    private static readonly FrozenDictionary<(VariantState, VariantTrigger), VariantState> Next = Table.ToFrozenDictionary(t => (t.From, t.Trigger), t => t.To);

    /// <summary>Where a trigger leads, or <see langword="null"/> when it is not possible there.</summary>
    public static VariantState? FindNext(VariantState state, VariantTrigger trigger) => Next.TryGetValue((state, trigger), out var to) ? to : null;

    /// <summary>Where a trigger leads.</summary>
    /// <param name="account">The variant's account, for the message.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="trigger">What moves it.</param>
    /// <exception cref="InvalidTransitionException">It is not possible there; the message says what is.</exception>
    public static VariantState GetNext(Channels.ChannelAccountId account, VariantState state, VariantTrigger trigger)
        => FindNext(state, trigger) ?? throw new InvalidTransitionException($"Variant {account}", Refusal(state, trigger));

    /// <summary>The table as a Mermaid state diagram.</summary>
    public static string ToMermaid()
    {
        var text = new StringBuilder("stateDiagram-v2\n    [*] --> Draft\n");
        foreach (var row in Table)
        {
            text.Append("    ").Append(row.From).Append(" --> ").Append(row.To).Append(": ").Append(row.Trigger);
            text.Append(row.Guard is { } guard ? $" [{guard}]\n" : "\n");
        }

        return text.Append("    Withdrawn --> [*]\n").ToString();
    }

    private static string Refusal(VariantState state, VariantTrigger trigger)
    {
        var possible = Table.Where(t => t.From == state).Select(t => t.Trigger).ToList();
        return $"{trigger} is not possible while it is {state}. {(possible.Count == 0 ? "Nothing is any more; write a new item." : $"Possible: {string.Join(", ", possible)}.")}";
    }
}

/// <summary>One row of the table.</summary>
/// <param name="From">Where it stands.</param>
/// <param name="Trigger">What moves it.</param>
/// <param name="To">Where that leads.</param>
/// <param name="Guard">What must hold besides, in words; whoever pulls the trigger checks it.</param>
public sealed record VariantTransition(VariantState From, VariantTrigger Trigger, VariantState To, string? Guard = null);
