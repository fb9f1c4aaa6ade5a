using SocialOps.People;
using SocialOps.Responses;

namespace SocialOps.Inbox;

/// <summary>Who sends which words with a case's reply.</summary>
/// <param name="Publication">The publication's id.</param>
/// <param name="Sender">A person's id, or the engine.</param>
/// <param name="Level">How far the sender may go.</param>
/// <param name="Reply">The saved reply; <see langword="null"/> for words of a person's own.</param>
/// <param name="Wording">The wording's mark.</param>
/// <param name="Text">The text.</param>
internal sealed record SentReply(string Publication, string Sender, AutonomyLevel Level, SavedReplyId? Reply, string Wording, string Text);
