using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.People;

namespace SocialOps.Approvals;

/// <summary>Somebody decides in somebody else's place for a time, half-open [from, until). Not transitive: a delegate passes nothing on.</summary>
public sealed record Delegation
{
    /// <summary>The delegation's id.</summary>
    public required DelegationId Id { get; init; }

    /// <summary>Whose decisions.</summary>
    public required Recipient From { get; init; }

    /// <summary>Who makes them meanwhile.</summary>
    public required Recipient To { get; init; }

    /// <summary>The first instant.</summary>
    public required Instant StartsAt { get; init; }

    /// <summary>The first instant after it; after <see cref="StartsAt"/>.</summary>
    public required Instant EndsAt { get; init; }

    /// <summary>Only for this client.</summary>
    public ClientId? Client { get; init; }

    /// <summary>Only for this part, e.g. the channel account.</summary>
    public string? Part { get; init; }

    /// <summary>Only in steps of this name.</summary>
    public string? Step { get; init; }

    /// <summary>Since when it is taken back.</summary>
    public Instant? RevokedAt { get; init; }

    /// <summary>Until when it really holds.</summary>
    [JsonIgnore]
    public Instant HoldsUntil => RevokedAt is { } revoked && revoked < EndsAt ? revoked : EndsAt;

    /// <summary>All faults at once; empty when there are none.</summary>
    public IReadOnlyList<Finding> Validate()
    {
        var findings = new List<Finding>();
        if (From == To)
        {
            findings.Add(Finding.Error("to", $"{To} cannot decide in their own place. Name somebody else."));
        }

        if (EndsAt <= StartsAt)
        {
            findings.Add(Finding.Error("endsAt", $"It ends at {EndsAt}, not after it starts ({StartsAt}). Give it an end that lies later."));
        }

        if (To is Recipient.OfClient to && From is not Recipient.OfClient)
        {
            findings.Add(Finding.Error("to", $"{to} is the client's and cannot decide for the agency. Name a person of the agency."));
        }

        if (From is Recipient.OfClient from && To is Recipient.OfAgency)
        {
            findings.Add(Finding.Error("to", $"{To} is the agency's and cannot decide for the client ({from.Client}). Name a contact of the client."));
        }

        return findings;
    }

    /// <summary>Whether it holds at an instant for such a decision.</summary>
    public bool Covers(Instant at, ClientId client, string part, string step)
        => StartsAt <= at && at < HoldsUntil
            && (Client is null || Client == client)
            && (Part is null || Part == part)
            && (Step is null || Step == step);
}
