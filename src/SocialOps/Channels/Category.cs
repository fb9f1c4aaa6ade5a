namespace SocialOps.Channels;

/// <summary>What an item is about, in the order in which one of several labels becomes the primary one: the first here wins.</summary>
public enum Category
{
    /// <summary>Somebody is in danger.</summary>
    SafetyEmergency,

    /// <summary>Hate or a threat.</summary>
    HateOrThreat,

    /// <summary>A lawyer, an authority or the press.</summary>
    LegalOrPress,

    /// <summary>A complaint; its cause is a <see cref="ComplaintCause"/>.</summary>
    Complaint,

    /// <summary>Something untrue that others may believe.</summary>
    Misinformation,

    /// <summary>Criticism that a person found justified.</summary>
    CriticismJustified,

    /// <summary>Criticism that a person found unjustified.</summary>
    CriticismUnjustified,

    /// <summary>An insult.</summary>
    Insult,

    /// <summary>Somebody who only provokes.</summary>
    Troll,

    /// <summary>Advertising, fraud, machines.</summary>
    Spam,

    /// <summary>A question.</summary>
    Question,

    /// <summary>Praise or thanks.</summary>
    Praise,

    /// <summary>A comment that asks for nothing.</summary>
    General,

    /// <summary>Not about the client.</summary>
    OffTopic,

    /// <summary>No rule and no person has said what it is.</summary>
    Unclassified,
}

/// <summary>What a complaint is about (requirement 0.14).</summary>
public enum ComplaintCause
{
    /// <summary>Anything else.</summary>
    Other,

    /// <summary>The service.</summary>
    Service,

    /// <summary>An invoice or a payment.</summary>
    Billing,

    /// <summary>A defective product.</summary>
    ProductDefect,

    /// <summary>A damage that was done.</summary>
    Damage,
}

/// <summary>How grave an item is.</summary>
public enum Severity
{
    /// <summary>0: praise, general comments, spam.</summary>
    None = 0,

    /// <summary>1: questions, criticism, complaints about service.</summary>
    Low = 1,

    /// <summary>2: complaints about a product or a bill, insults.</summary>
    Medium = 2,

    /// <summary>3: damage, legal, press, hate.</summary>
    High = 3,

    /// <summary>4: somebody is in danger.</summary>
    Critical = 4,
}
