using SocialOps.Approvals;
using SocialOps.Channels;
using SocialOps.Content;
using SocialOps.People;

namespace SocialOps.Simulation.Tests.World.Publications;

/// <summary>What the book knows of one piece of content.</summary>
internal sealed class Piece(ClientId client)
{
    public ClientId Client => client;

    /// <summary>The bytes that each account would say now.</summary>
    public Dictionary<ChannelAccountId, ContentHash> Present { get; } = [];

    /// <summary>Bytes that were overtaken by an edit after somebody had said yes to them.</summary>
    public HashSet<ContentHash> EditedAfterYes { get; } = [];

    public HashSet<ChannelAccountId> TakenBack { get; } = [];

    public PublishWindow? Plan { get; set; }

    /// <summary>The request under which it is asked for; what was said under an earlier one counts no more.</summary>
    public ApprovalRequestId? Request { get; set; }

    public List<Voice> Voices { get; } = [];

    /// <summary>Released in an emergency.</summary>
    public HashSet<ContentHash> Released { get; } = [];
}

/// <summary>Somebody said something about exactly these bytes.</summary>
internal sealed record Voice(ApprovalRequestId Request, int Step, Recipient Who, DecisionKind Kind, ChannelAccountId Account, ContentHash Hash, PublishWindow? Plan);
