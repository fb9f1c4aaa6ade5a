namespace SocialOps.Responses.Text;

/// <summary>What a text looks like besides its words.</summary>
internal struct TextSignals
{
    /// <summary>Letters, and how many of them are capitals.</summary>
    public int Letters;

    /// <summary>Capitals.</summary>
    public int Capitals;

    /// <summary>Question marks.</summary>
    public int Questions;

    /// <summary>Exclamation marks.</summary>
    public int Exclamations;

    /// <summary>Web addresses.</summary>
    public int Links;

    /// <summary>Something looks like a hidden word: it pays to read the text again, unmasked.</summary>
    public bool MayHide;

    /// <summary>It begins as a retweet does.</summary>
    public bool IsRepeat;
}
