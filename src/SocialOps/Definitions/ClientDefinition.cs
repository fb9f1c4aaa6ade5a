using SocialOps.Channels;
using SocialOps.Escalations;
using SocialOps.OnCall;
using SocialOps.People;
using SocialOps.Responses;
using SocialOps.ServicePackages;

namespace SocialOps.Definitions;

/// <summary>A client with what was agreed.</summary>
public sealed record ClientDefinition
{
    /// <summary>The client's id.</summary>
    public required ClientId Id { get; init; }

    /// <summary>The name that people read.</summary>
    public required string Name { get; init; }

    /// <summary>The client's accounts.</summary>
    public IReadOnlyList<ChannelAccountDefinition> Accounts { get; init; } = [];

    /// <summary>Whom the agency may reach at the client; at least one of them at any hour.</summary>
    public IReadOnlyList<ClientContact> Contacts { get; init; } = [];

    /// <summary>What was agreed.</summary>
    public required AgreementDefinition Agreement { get; init; }
}

/// <summary>What was agreed with a client.</summary>
/// <param name="Package">The package.</param>
/// <param name="Schedule">Who is on duty for the client.</param>
/// <param name="Escalation">Who is told next when nobody acts.</param>
/// <param name="Policy">What is answered how.</param>
public sealed record AgreementDefinition(PackageId Package, ScheduleId Schedule, EscalationPolicyId Escalation, ResponsePolicyId Policy);
