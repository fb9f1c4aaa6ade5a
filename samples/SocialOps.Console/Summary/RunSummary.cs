using System.Text.Json.Serialization;

namespace SocialOps.Console.Summary;

/// <summary>What a run did and how the file stands after it.</summary>
internal sealed record RunSummary
{
    /// <summary>Lines read less quarantined ones, duplicates included.</summary>
    public required long Items { get; init; }

    public required long Duplicates { get; init; }

    public required long Quarantined { get; init; }

    public required long Cases { get; init; }

    public required IReadOnlyDictionary<string, long> ByCategory { get; init; }

    public required long Replies { get; init; }

    public required long Notifications { get; init; }

    public required long Escalations { get; init; }

    public required ClockSummary Clocks { get; init; }

    /// <summary>Open cases without a future or due work row and a responsible person: must be 0.</summary>
    public required long Unattended { get; init; }

    public required string? OldestOpen { get; init; }

    /// <summary>What this run itself sent; the other figures are the file's.</summary>
    public required SentSummary Sent { get; init; }

    public required double WallSeconds { get; init; }

    public required double ItemsPerSecond { get; init; }

    public required string Database { get; init; }
}

internal sealed record ClockSummary(long Met, long Breached, long Running);

internal sealed record SentSummary(int Replies, int Notifications);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(RunSummary))]
internal sealed partial class SummaryJson : JsonSerializerContext;
