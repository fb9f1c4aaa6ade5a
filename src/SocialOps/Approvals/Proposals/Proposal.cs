using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.People;
using SocialOps.Serialization;
using SocialOps.Storage;

namespace SocialOps.Approvals;

/// <summary>A version of something that holds once it is approved, byte for byte.</summary>
internal sealed record Proposal
{
    /// <summary>Its id; the approval's subject.</summary>
    public required string Id { get; init; }

    public required ApprovalSubjectKind Kind { get; init; }

    public required ClientId Client { get; init; }

    /// <summary>What it would be a version of, e.g. the schedule's id; the approval's part.</summary>
    public required string Target { get; init; }

    /// <summary>The version, as UTF-8 JSON: what is hashed, approved and taken.</summary>
    public required byte[] Body { get; init; }

    /// <summary>What it was written on; when something else holds by then, it is not taken.</summary>
    public required string BasedOn { get; init; }

    public required Recipient Author { get; init; }

    public required Instant At { get; init; }

    /// <summary>When it was taken, or why it was not.</summary>
    public Instant? SettledAt { get; init; }

    public string? Obstacle { get; init; }
}

internal static class ProposalRecords
{
    public static readonly RecordKind<Proposal> Proposals = new("approval-proposal", 1, ProposalJson.Default.Proposal, p => p.Id);
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(InstantJsonConverter)])]
[JsonSerializable(typeof(Proposal))]
internal sealed partial class ProposalJson : JsonSerializerContext;
