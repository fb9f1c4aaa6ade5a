namespace SocialOps.Testing.Connectors;

/// <summary>What the network does to the next request instead of answering it well. Each holds for one request: the one after it is answered well again.</summary>
public enum NetworkFault
{
    /// <summary>It cannot be reached: no byte of the request leaves us.</summary>
    Unreachable,

    /// <summary>It refuses because of too many requests, and says how long to wait.</summary>
    RateLimited,

    /// <summary>It refuses the account's token.</summary>
    TokenExpired,

    /// <summary>It refuses the post itself, for good.</summary>
    Refused,

    /// <summary>The post is there, but the answer never comes: the request waits until it is cancelled.</summary>
    AcceptedWithoutAnswer,

    /// <summary>The post is there, but the connection breaks before the answer.</summary>
    AcceptedThenReset,

    /// <summary>The post is there, but the answer is a failure of the server.</summary>
    AcceptedThenServerError,

    /// <summary>The post is there, but the answer cannot be read.</summary>
    AcceptedThenGarbage,

    /// <summary>The connection breaks after the first bytes of the request; the post is not there.</summary>
    ResetBeforeAccepting,

    /// <summary>The connection breaks, and the post appears later, within the time that the connector declares.</summary>
    AcceptedLate,

    /// <summary>The next look cannot be answered: the network fails at it.</summary>
    LookUpFails,
}
