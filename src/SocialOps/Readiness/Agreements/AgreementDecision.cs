using NodaTime;
using SocialOps.Definitions;
using SocialOps.People;

namespace SocialOps.Readiness.Agreements;

/// <summary>What becomes of an agreement. Pure: the service loads, this decides, the service commits.</summary>
internal static class AgreementDecision
{
    public static Agreement Quote(Agreement? known, AgreementId id, ClientId client, QuoteTerms terms, Actor actor, Instant now)
    {
        RequirePerson(id, actor);
        RequireOpen(known);
        if (string.IsNullOrWhiteSpace(terms.Price) || terms.Clauses.Any(c => string.IsNullOrWhiteSpace(c.Text)))
        {
            throw new InvalidTransitionException($"Agreement {id}", "a price or a clause has no words. Write them.");
        }

        var hash = QuoteHash.Of(terms);
        if (known?.Quotes[^1].Hash == hash)
        {
            return known;
        }

        var quote = new Quote((known?.Quotes.Count ?? 0) + 1, terms, hash, now, actor);
        return known is null ? new() { Id = id, Client = client, Quotes = [quote] } : known with { Quotes = [.. known.Quotes, quote] };
    }

    /// <summary>The mail accepts the quote that it names by hash; it comes from a contact of the client, in time, and the quote is the latest.</summary>
    public static Agreement Accept(Agreement known, string hash, QuoteMail mail, ClientDefinition client, LocalDate sentOn, Actor actor, Instant now)
    {
        RequirePerson(known.Id, actor);
        RequireOpen(known);
        if (known.Quotes.LastOrDefault(q => q.Hash == hash) is not { } quote)
        {
            throw new InvalidTransitionException($"Agreement {known.Id}", $"no quote has the hash '{hash}'. Compare with what was sent: {string.Join(", ", known.Quotes.Select(q => $"{q.Number}: {q.Hash}"))}.");
        }

        if (quote.Number != known.Quotes.Count)
        {
            throw new InvalidTransitionException($"Agreement {known.Id}", $"quote {quote.Number} was replaced by quote {known.Quotes.Count}. Ask which of them is meant, and quote that one again.");
        }

        if (known.Acceptances.Any(a => a.Quote == quote.Number))
        {
            throw new InvalidTransitionException($"Agreement {known.Id}", $"quote {quote.Number} is accepted already; it stays as it is.");
        }

        if (quote.Terms.ValidUntilOn is { } until && sentOn > until)
        {
            throw new InvalidTransitionException($"Agreement {known.Id}", $"the mail is of {sentOn:uuuu-MM-dd}, and the quote held until {until:uuuu-MM-dd}. Quote again.");
        }

        if (mail.SentAt < quote.QuotedAt)
        {
            throw new InvalidTransitionException($"Agreement {known.Id}", $"the mail is older ({mail.SentAt}) than the quote ({quote.QuotedAt}). Ask for a new one.");
        }

        var contact = client.Contacts.FirstOrDefault(c => c.Contacts.Any(m => m.Kind == "mail" && string.Equals(m.Address, mail.From, StringComparison.OrdinalIgnoreCase)))
            ?? throw new InvalidTransitionException($"Agreement {known.Id}", $"'{mail.From}' is no contact of {client.Name}. Ask a contact to accept, or add them to the client.");
        return known with { Acceptances = [.. known.Acceptances, new(quote.Number, quote.Hash, contact.Id, mail.MessageId, mail.SentAt, mail.BytesHash, now)] };
    }

    /// <summary>What was accepted last is lived from now on, if nothing fails.</summary>
    public static Agreement Activate(Agreement known, ReadinessReport readiness, Actor actor, Instant now)
    {
        RequirePerson(known.Id, actor);
        RequireOpen(known);
        if (known.Acceptances.Count == 0)
        {
            throw new InvalidTransitionException($"Agreement {known.Id}", "nobody has accepted it yet. Record the client's mail first.");
        }

        if (!readiness.IsReady)
        {
            throw new NotReadyException(known.Id, readiness);
        }

        return known with { ActiveFrom = known.ActiveFrom ?? now, ActiveQuote = known.Acceptances[^1].Quote };
    }

    public static Agreement End(Agreement known, string reason, Actor actor, Instant now)
    {
        RequirePerson(known.Id, actor);
        RequireOpen(known);
        return known with { EndedAt = now, EndReason = reason };
    }

    private static void RequireOpen(Agreement? known)
    {
        if (known?.EndedAt is { } ended)
        {
            throw new InvalidTransitionException($"Agreement {known.Id}", $"it ended at {ended}: {known.EndReason} Begin a new one.");
        }
    }

    private static void RequirePerson(AgreementId id, Actor actor)
    {
        if (actor.Kind != ActorKind.Person)
        {
            throw new InvalidTransitionException($"Agreement {id}", $"'{actor.Id}' is no person of the agency. Act as one of its people.");
        }
    }
}
