using NodaTime;
using SocialOps.Auditing;
using SocialOps.Notifications;
using SocialOps.People;
using SocialOps.Serialization;
using SocialOps.Storage;

namespace SocialOps.Approvals;

/// <summary>
/// Approvals by mail reply ("gruenes Licht"). A plain yes counts when the mail names the question (a plus-address with the token, or In-Reply-To), comes verified from the approver's own
/// address, and reads as one of the phrases; everything else goes to a person and is never guessed. Thread-safe.
/// </summary>
public sealed class ApprovalMail
{
    private readonly ApprovalScope _scope;
    private readonly ApprovalTokens _tokens;

    internal ApprovalMail(ApprovalScope scope, ApprovalTokens tokens) => (_scope, _tokens) = (scope, tokens);

    /// <summary>Takes a mail in.</summary>
    /// <param name="mail">The mail, with what the host's own mail server found out about its sender.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <returns>The request when it was a plain yes; otherwise why a person has to read it. Where the question is known, its account owner or author is told.</returns>
    public ValueTask<MailAnswer> ReceiveAsync(MailReply mail, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return _scope.WriteAsync(async (transaction, now) =>
        {
            if (await FindTokenAsync(transaction, mail, cancellationToken).ConfigureAwait(false) is not { } token)
            {
                return new MailAnswer(null, "It names no question: neither a token in the address nor a mail of ours that it answers.");
            }

            var request = (await transaction.GetAsync(ApprovalRecords.Requests, token.Request.Value, cancellationToken).ConfigureAwait(false)).Value;
            var facts = await _scope.Unit.FactsAsync(transaction, request.Client, now, cancellationToken).ConfigureAwait(false);
            if (WhyForPeople(mail, token, facts) is { } why)
            {
                return await ForPeopleAsync(transaction, mail, request, token, why, now, cancellationToken).ConfigureAwait(false);
            }

            var use = new TokenUse("", DecisionKind.Approve, mail.From) { Via = "mail", IsVerifiedMail = true, Comment = MailReplyReader.Read(mail.Text).Phrase, Evidence = mail.MessageId.Length > 0 ? [SafeText.From(mail.MessageId).Value] : [] };
            var answer = await _tokens.UseAsync(transaction, use, token, now, cancellationToken).ConfigureAwait(false);
            return answer.IsDecided
                ? new MailAnswer(answer.Request, null)
                : await ForPeopleAsync(transaction, mail, request, token, "the question is no longer open, or it needs a session.", now, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }

    private static string? WhyForPeople(MailReply mail, ApprovalToken token, ApprovalFacts facts)
    {
        if (mail.IsAutomatic)
        {
            return "it was sent by a program.";
        }

        if (!mail.IsVerified)
        {
            return "its sender is not verified (SPF, DKIM, DMARC).";
        }

        if (!AddressesOf(token.Approver, facts).Contains(mail.From.Trim(), StringComparer.OrdinalIgnoreCase))
        {
            return "it does not come from the approver's own address.";
        }

        return MailReplyReader.Read(mail.Text) is { IsApproval: false, Why: var why } ? why : null;
    }

    private static IEnumerable<string> AddressesOf(Recipient who, ApprovalFacts facts)
    {
        var contacts = who switch
        {
            Recipient.OfAgency { Person: var id } => facts.People.GetValueOrDefault(id)?.Contacts,
            Recipient.OfClient contact => facts.Contacts.FirstOrDefault(c => c.Id == contact.Contact)?.Contacts,
            _ => null,
        };
        return (contacts ?? []).Where(c => string.Equals(c.Kind, "mail", StringComparison.OrdinalIgnoreCase)).Select(c => c.Address);
    }

    /// <summary>The token in a plus-address (mail programs may change the case of an address), or the one whose mail is answered.</summary>
    private static async ValueTask<ApprovalToken?> FindTokenAsync(IStoreTransaction transaction, MailReply mail, CancellationToken cancellationToken)
    {
        foreach (var text in mail.To.Select(PlusPart).OfType<string>())
        {
            var secret = new byte[TokenText.Bytes];
            if (TokenCheck.Read(text, secret) is null && await transaction.FindAsync(ApprovalRecords.Tokens, TokenSecrets.HashOf(secret), cancellationToken).ConfigureAwait(false) is { } named)
            {
                return named.Value;
            }
        }

        foreach (var id in mail.InReplyTo.Where(i => i.Length is > 0 and <= 190 && !SafeText.From(i).WasRepaired))
        {
            var page = await transaction.QueryAsync(ApprovalRecords.Tokens, new RecordQuery("", 2, $"{id}/", $"{id}0", 2), cancellationToken).ConfigureAwait(false);
            if (page.Items is [var only])
            {
                return only.Value;
            }
        }

        return null;
    }

    private static string? PlusPart(string address)
    {
        var (plus, at) = (address.IndexOf('+', StringComparison.Ordinal), address.LastIndexOf('@'));
        return plus >= 0 && at > plus ? address[(plus + 1)..at].ToLowerInvariant() : null;
    }

    private static async ValueTask<MailAnswer> ForPeopleAsync(IStoreTransaction transaction, MailReply mail, ApprovalRequest request, ApprovalToken token, string why, Instant now, CancellationToken cancellationToken)
    {
        var policy = await ApprovalUnit.PolicyAsync(transaction, request.Policy, request.PolicyVersion, cancellationToken).ConfigureAwait(false);
        var reader = policy.Definition.AccountOwner is { } owner ? new Recipient.OfAgency(owner) : request.Author;
        var text = $"A mail about {request.Kind} {request.SubjectId} from {SafeText.From(mail.From).Value} ({token.Approver} was asked) must be read by a person: {why}";
        await transaction.AppendAsync(new AuditEvent(now, Actor.Engine, "approval.mail-for-people", request.Id.Value, text), cancellationToken).ConfigureAwait(false);
        var notice = new Notice { Id = new($"approval/{request.Id}/mail/{token.Hash[..16]}/{now.ToUnixTimeTicks()}"), Recipient = reader, SubjectId = request.Id.Value, Text = text, CreatedAt = now };
        await NoticeBoard.PostAsync(transaction, notice, now, cancellationToken).ConfigureAwait(false);
        return new(null, why);
    }
}
