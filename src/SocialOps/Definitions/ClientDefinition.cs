using SocialOps.Channels;
using SocialOps.People;

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

    /// <summary>When more than usual comes in, and is meant to.</summary>
    public IReadOnlyList<CampaignDefinition> Campaigns { get; init; } = [];

    /// <summary>Who knows about which topic and is asked directly.</summary>
    public IReadOnlyList<ExpertDefinition> Experts { get; init; } = [];

    /// <summary>Why the client is on social media at all; <see langword="null"/> where nobody wrote it down.</summary>
    public StrategyDefinition? Strategy { get; init; }

    /// <summary>What people read before they work for the client; <see langword="null"/> where nothing has to be confirmed.</summary>
    public BriefingDefinition? Briefing { get; init; }

    /// <summary>What was agreed.</summary>
    public required AgreementDefinition Agreement { get; init; }
}
