using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.Content;
using SocialOps.People;
using SocialOps.Serialization;
using SocialOps.Storage;

namespace SocialOps.Inbox;

/// <summary>A reply that is approved before it is sent: one or several drafts, of which the first approved one goes out. Immutable.</summary>
public sealed record ReplyProposal
{
    /// <summary>The proposal's id; the approval's subject.</summary>
    public required ReplyProposalId Id { get; init; }

    /// <summary>The case.</summary>
    public required CaseId Case { get; init; }

    /// <summary>The network's id of the item that its writer saw and answers; the reply goes there, whatever joins the case meanwhile.</summary>
    public required string InReplyTo { get; init; }

    /// <summary>Who wrote it.</summary>
    public required Recipient Author { get; init; }

    /// <summary>The drafts, in the order shown.</summary>
    public required IReadOnlyList<ProposedDraft> Drafts { get; init; }

    /// <summary>When it was proposed.</summary>
    public required Instant At { get; init; }

    /// <summary>When its text was erased; it is not sent any more.</summary>
    public Instant? ErasedAt { get; init; }
}

/// <summary>One draft.</summary>
/// <param name="Name">Its name in the proposal: <c>draft-1</c> and so on; the approval's part.</param>
/// <param name="Text">The text, normalised: NFC, LF, no trailing blanks.</param>
/// <param name="Hash">The hash of account, text and what it answers: what is approved, and compared again before the send.</param>
public sealed record ProposedDraft(string Name, string Text, ContentHash Hash);

internal static class ReplyRecords
{
    /// <summary>Slot 1: by case and age.</summary>
    public static readonly RecordKind<ReplyProposal> Proposals = new("reply-proposal", 1, ReplyJson.Default.ReplyProposal, p => p.Id.Value, p => new RecordIndexes($"{p.Case}/{IndexText.Of(p.At)}"));
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(InstantJsonConverter)])]
[JsonSerializable(typeof(ReplyProposal))]
internal sealed partial class ReplyJson : JsonSerializerContext;
