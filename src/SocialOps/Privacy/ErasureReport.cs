using NodaTime;
using SocialOps.Inbox;

namespace SocialOps.Privacy;

/// <summary>What an erasure removed, and what it could not.</summary>
/// <param name="Items">Items that were erased.</param>
/// <param name="Deliveries">Deliveries whose bytes are gone.</param>
/// <param name="Replies">Replies of ours whose text is gone.</param>
/// <param name="Kept">Cases of which nothing was erased, and why. Ask again when the reason is over.</param>
public sealed record ErasureReport(int Items, int Deliveries, int Replies, IReadOnlyList<KeptCase> Kept)
{
    /// <summary>Nothing was there to erase.</summary>
    public static ErasureReport Nothing { get; } = new(0, 0, 0, []);

    /// <summary>Both together.</summary>
    public ErasureReport Add(ErasureReport other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Items + other.Items, Deliveries + other.Deliveries, Replies + other.Replies, [.. Kept, .. other.Kept]);
    }
}

/// <summary>A case of which nothing was erased.</summary>
/// <param name="Case">The case.</param>
/// <param name="Reason">Why: the legal hold's reason, or what is still on its way to the network.</param>
/// <param name="Until">The end of the legal hold, exclusive; <see langword="null"/> where something is on its way.</param>
public sealed record KeptCase(CaseId Case, string Reason, Instant? Until = null);
