using NodaTime;
using SocialOps.Approvals;
using SocialOps.Channels;
using SocialOps.Content;
using SocialOps.People;
using SocialOps.Publishing;
using SocialOps.Simulation.Tests.Engine;
using SocialOps.Tests;

namespace SocialOps.Simulation.Tests.World.Publications;

/// <summary>Who said yes to which bytes, and what was written when; asked at the commit that begins an attempt, and again when the request leaves.</summary>
internal sealed class YesBook(History history)
{
    private readonly Dictionary<ContentItemId, Piece> _pieces = [];
    private readonly Dictionary<ContentHash, string> _texts = [];
    private readonly Dictionary<string, ContentHash> _begun = [];

    /// <summary>A piece was written, or written anew.</summary>
    public void Written(ContentItemId id, ClientId client, IReadOnlyList<Variant> variants)
    {
        var piece = _pieces.TryGetValue(id, out var known) ? known : _pieces[id] = new(client);
        foreach (var variant in variants)
        {
            var hash = variant.Normalised().ComputeHash();
            if (piece.Present.TryGetValue(variant.Account, out var before) && before != hash && piece.Voices.Any(v => v.Hash == before && v.Kind == DecisionKind.Approve))
            {
                history.Counts.See(Reached.EditsAfterAnApproval);
                piece.EditedAfterYes.Add(before);
            }

            (piece.Present[variant.Account], _texts[hash]) = (hash, variant.Text);
        }
    }

    public Piece Of(ContentItemId id) => _pieces[id];

    public void Said(ContentItemId id, Voice voice)
    {
        history.Counts.See(Reached.Approvals, voice.Kind == DecisionKind.Approve);
        Of(id).Voices.Add(voice with { Plan = Of(id).Plan });
    }

    /// <summary>An attempt has begun: is there a yes of everybody that it takes, over exactly the bytes that are to go out?</summary>
    public void Begun(Publication publication)
    {
        var content = publication.Content!;
        _begun[publication.IdempotencyKey] = content.Hash;
        if (Of(content.Item) is var piece && WhyNot(piece, publication.Account!.Value, content.Hash, publication.AttemptedAt!.Value) is { } why)
        {
            history.Violate($"I2, by the book: {content.Hash.Abbreviated} of content {content.Item} for '{publication.Account}' begins to be sent, and {why}.");
        }

        history.Counts.See(Reached.AttemptsToPublish);
    }

    /// <summary>The bytes that leave are those for which the attempt was begun, and the text is the one that somebody wrote.</summary>
    public void Leaves(PublishRequest request)
    {
        if (_begun.TryGetValue(request.IdempotencyKey, out var hash) && (ContentHash.Of(request.Body.Span) != hash || _texts.GetValueOrDefault(hash) != request.Text))
        {
            history.Violate($"I2, by the book: \"{request.Text}\" leaves, and {hash.Abbreviated} was to be sent: \"{_texts.GetValueOrDefault(hash)}\".");
        }
    }

    private string? WhyNot(Piece piece, ChannelAccountId account, ContentHash hash, Instant at)
    {
        if (piece.Present.GetValueOrDefault(account) != hash)
        {
            return piece.EditedAfterYes.Contains(hash) ? "it was edited after somebody had approved it" : "these are not the bytes that stand there now";
        }

        if (piece.TakenBack.Contains(account))
        {
            return "it was taken back";
        }

        if (piece.Plan is not { } plan || at < plan.PublishAt || at > plan.NotAfter)
        {
            return $"it is {at}, planned is {piece.Plan}";
        }

        return piece.Released.Contains(hash) ? null : WhyNot(piece, account, hash, plan);
    }

    /// <summary>The shop's content takes somebody of the agency who approves and then a contact of the shop; the bakery's takes two of the agency. Nobody approves their own.</summary>
    private string? WhyNot(Piece piece, ChannelAccountId account, ContentHash hash, PublishWindow plan)
    {
        var voices = piece.Voices.Where(v => v.Request == piece.Request && v.Account == account && v.Hash == hash).ToList();
        if (voices.Find(v => v.Kind != DecisionKind.Approve) is { } no)
        {
            return $"{no.Who} said {no.Kind}";
        }

        var count = voices.Where(v => v.Plan?.Contains(plan.PublishAt) != false).Select(v => (v.Step, v.Who)).Distinct().Count(v => v.Step == 0 && IsApprover(v.Who));
        if (count < (piece.Client == TestAgency.Shop ? 1 : 2))
        {
            return $"{count} of the agency have approved it ({string.Join(", ", voices)})";
        }

        return piece.Client == TestAgency.Shop && !voices.Any(v => v is { Step: 1, Who: Recipient.OfClient } && v.Plan?.Contains(plan.PublishAt) != false) ? "the client has not approved it" : null;
    }

    private bool IsApprover(Recipient who) => who is Recipient.OfAgency { Person: var id } && id != TestAgency.Ada && history.Agency.People.Any(p => p.Id == id && p.Roles.Contains(PersonRole.Approver));
}
