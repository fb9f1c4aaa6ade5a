namespace SocialOps.Inbox;

/// <summary>A reply as its writer means it.</summary>
public sealed record CaseReply
{
    /// <summary>The text; <see langword="null"/> for the reply that the policy proposes.</summary>
    public string? Text { get; init; }

    /// <summary>What it stands for in the dialogue with whoever complained, once the author can see it; <see langword="null"/> for a reply that moves nothing. The first reply to a complaint is the apology.</summary>
    public ComplaintStep? Step { get; init; }

    /// <summary>The item that its writer has seen and answers; <see langword="null"/> for whatever the case is about. When the case is about another one by now, the reply is refused unless it is confirmed.</summary>
    public string? Item { get; init; }

    /// <summary>It goes out though somebody else is writing, or though the case is about another item by now.</summary>
    public bool Confirmed { get; init; }
}

/// <summary>A step of the dialogue that a person takes: with a reply, or elsewhere (by telephone, at the counter).</summary>
public enum ComplaintStep
{
    /// <summary>The author got an apology.</summary>
    Apologise,

    /// <summary>The author was asked to go on in private.</summary>
    MovePrivate,

    /// <summary>An apology does not do, the client has to decide.</summary>
    AskClient,

    /// <summary>The author was told what is offered.</summary>
    OfferSolution,

    /// <summary>The author has accepted it.</summary>
    Accept,

    /// <summary>The author was asked whether all is well: the case closes.</summary>
    FollowUp,
}
