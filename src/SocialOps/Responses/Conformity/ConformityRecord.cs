using SocialOps.Channels;
using SocialOps.People;

namespace SocialOps.Responses;

/// <summary>What breaches did to the autonomy of one sender for one client and category. There is none before the first breach.</summary>
public sealed record ConformityRecord
{
    /// <summary>The client.</summary>
    public required ClientId Client { get; init; }

    /// <summary>A person's id, or <see cref="QualitySample.Engine"/>.</summary>
    public required string Sender { get; init; }

    /// <summary>The category.</summary>
    public required Category Category { get; init; }

    /// <summary>The most that is allowed now.</summary>
    public required AutonomyLevel Level { get; init; }

    /// <summary>How many breaches there were.</summary>
    public required int Breaches { get; init; }

    internal string Key => KeyOf(Client, Sender, Category);

    internal static string KeyOf(ClientId client, string sender, Category category) => $"{client}/{sender}/{category}";

    /// <summary>One level below what was allowed when it happened, and never up by it.</summary>
    internal static ConformityRecord AfterBreach(ConformityRecord? before, QualitySample sample) => new()
    {
        Client = sample.Client,
        Sender = sample.Sender,
        Category = sample.Category,
        Level = (AutonomyLevel)Math.Max((int)AutonomyLevel.Observe, Math.Min((int)sample.Level - 1, (int)(before?.Level ?? AutonomyLevel.ActWithinPool))),
        Breaches = (before?.Breaches ?? 0) + 1,
    };
}
