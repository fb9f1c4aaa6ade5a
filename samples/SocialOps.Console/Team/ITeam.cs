using NodaTime;

namespace SocialOps.Console.Team;

/// <summary>Stands in for the people of the agency.</summary>
internal interface ITeam
{
    /// <summary>When somebody does something next.</summary>
    Instant? NextAt { get; }

    /// <summary>Does what is due now.</summary>
    /// <returns>Whether anything was done.</returns>
    Task<bool> ActAsync(Instant now, CancellationToken cancellationToken);
}
