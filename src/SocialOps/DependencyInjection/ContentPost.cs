using NodaTime;
using SocialOps.Content;
using SocialOps.Notifications;
using SocialOps.People;
using SocialOps.Storage;

namespace SocialOps.DependencyInjection;

/// <summary>Content's notes go into the same mailboxes as everything else.</summary>
internal sealed class ContentPost : IContentPost
{
    public ValueTask PostAsync(IStoreTransaction transaction, string key, Recipient recipient, string subjectId, string text, Instant now, CancellationToken cancellationToken)
        => NoticeBoard.PostAsync(transaction, new() { Id = new(key), Recipient = recipient, SubjectId = subjectId, Text = text, CreatedAt = now }, now, cancellationToken);
}
