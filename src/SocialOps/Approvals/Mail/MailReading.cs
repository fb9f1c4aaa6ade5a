namespace SocialOps.Approvals;

/// <summary>What a mail's text says.</summary>
/// <param name="Phrase">The phrase of the closed list that it is; <see langword="null"/> when it is anything else.</param>
/// <param name="Why">Why a person has to read it; empty for a phrase.</param>
public sealed record MailReading(string? Phrase, string Why)
{
    /// <summary>Whether it is a plain yes.</summary>
    public bool IsApproval => Phrase is not null;
}
