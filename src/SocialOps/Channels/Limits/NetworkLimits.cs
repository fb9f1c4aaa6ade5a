namespace SocialOps.Channels;

/// <summary>
/// What a network takes in one post: data, checked before an approval is asked for. Instances and paid tiers differ: take a known profile and change it with <c>with</c>.
/// Immutable and thread-safe.
/// </summary>
public sealed record NetworkLimits
{
    /// <summary>The network's id.</summary>
    public required string Network { get; init; }

    /// <summary>Whether anything is known of it; of an unknown network nothing is refused.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>The text's limits; every one of them holds.</summary>
    public IReadOnlyList<TextLimit> Text { get; init; } = [];

    /// <summary>The first comment's limits; <see langword="null"/> where a first comment cannot be sent along.</summary>
    public IReadOnlyList<TextLimit>? FirstComment { get; init; } = [];

    /// <summary>The kinds of media that are taken; <see langword="null"/> for any.</summary>
    public IReadOnlyList<MediaRule>? Media { get; init; }

    /// <summary>The most files of all kinds together; <see langword="null"/> for no limit.</summary>
    public int? MaxMedia { get; init; }

    /// <summary>Whether files of different kinds may stand in one post.</summary>
    public bool MayMixMedia { get; init; } = true;

    /// <summary>Whether a post needs media.</summary>
    public bool NeedsMedia { get; init; }

    /// <summary>What is taken of a poll; <see langword="null"/> where there are none.</summary>
    public PollRule? Poll { get; init; }

    /// <summary>Whether media and a poll may stand in one post.</summary>
    public bool MayMixPollAndMedia { get; init; }

    /// <summary>The limits of a network, or <see cref="KnownLimits.Generic"/> for one without a profile.</summary>
    /// <param name="network">The network's id or its alias.</param>
    public static NetworkLimits For(string network)
        => KnownLimits.All.GetValueOrDefault(Networks.Canonical(network)) ?? KnownLimits.Generic with { Network = Networks.Canonical(network) };
}
