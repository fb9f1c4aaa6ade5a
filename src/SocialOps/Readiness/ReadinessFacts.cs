using NodaTime;
using SocialOps.Approvals;
using SocialOps.Definitions;

namespace SocialOps.Readiness;

/// <summary>What readiness is judged by. What is not known stays <see langword="null"/> and gives a warning rather than a guess.</summary>
public sealed record ReadinessFacts
{
    /// <summary>The definitions.</summary>
    public required AgencySnapshot Agency { get; init; }

    /// <summary>The client.</summary>
    public required ClientDefinition Client { get; init; }

    /// <summary>Now: the promises are proved from here.</summary>
    public required Instant Now { get; init; }

    /// <summary>How far ahead the promises are proved.</summary>
    public Duration Horizon { get; init; } = Duration.FromDays(365);

    /// <summary>Whether a network has a connector that works; <see langword="null"/> where nobody asked.</summary>
    public Func<string, ConnectorHealth>? HealthOf { get; init; }

    /// <summary>The approval policy that was arranged with the client; <see langword="null"/> for none.</summary>
    public ApprovalPolicyDefinition? ArrangedPolicy { get; init; }

    /// <summary>The hash of the package that the client accepted; <see langword="null"/> where nothing was quoted.</summary>
    public string? AcceptedPackageHash { get; init; }
}

/// <summary>How a network's connector does.</summary>
/// <param name="IsRegistered">Somebody can send there.</param>
/// <param name="Trouble">What is wrong with it, for people; <see langword="null"/> for nothing.</param>
public sealed record ConnectorHealth(bool IsRegistered, string? Trouble = null);
