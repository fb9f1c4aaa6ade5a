using NodaTime;
using SocialOps.Channels;
using SocialOps.People;
using SocialOps.Storage;

namespace SocialOps.Content;

/// <summary>What holds for a client's content, as the definitions in force now say.</summary>
public sealed record ContentTerms
{
    /// <summary>The client.</summary>
    public required ClientId Client { get; init; }

    /// <summary>The accounts that were agreed, each with what its network takes (requirement 0.8).</summary>
    public required IReadOnlyDictionary<ChannelAccountId, NetworkLimits> Accounts { get; init; }

    /// <summary>The people who may write: those with the role Author or Publisher.</summary>
    public required IReadOnlySet<PersonId> Authors { get; init; }

    /// <summary>The contacts at the client; they may contribute and edit too.</summary>
    public required IReadOnlySet<string> Contacts { get; init; }

    /// <summary>What texts must and must not say.</summary>
    public StyleGuide Guide { get; init; } = StyleGuide.Empty;

    /// <summary>Whether versions of the plan are approved before they hold (requirement 4.20).</summary>
    public bool PlanIsSigned { get; init; }

    /// <summary>Whether versions of the guideline are approved before they hold (requirement 4.20).</summary>
    public bool GuideIsSigned { get; init; }

    /// <summary>The zone in which the client's days lie.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;
}

/// <summary>Finds what holds for a client; the room of the definitions stands above this one and answers.</summary>
internal interface IContentTerms
{
    /// <summary>Accounts, people and contacts of a client.</summary>
    /// <exception cref="NotFoundException">There is no such client.</exception>
    ValueTask<ContentTerms> TermsOfAsync(IStoreTransaction transaction, ClientId client, CancellationToken cancellationToken);
}

/// <summary>Tells somebody something; the room of the notifications stands beside this one and is wired in by the composition.</summary>
internal interface IContentPost
{
    /// <summary>Tells it, in the transaction that makes it necessary. The same key is told once.</summary>
    ValueTask PostAsync(IStoreTransaction transaction, string key, Recipient recipient, string subjectId, string text, Instant now, CancellationToken cancellationToken);
}
