using SocialOps.Content.Style;
using SocialOps.Definitions;
using SocialOps.People;

namespace SocialOps.Inbox;

/// <summary>Who knows about what an item says, and is asked directly (requirement 4.12).</summary>
internal static class CaseExperts
{
    /// <summary>In the order of the client's definition, each once.</summary>
    public static IReadOnlyList<Recipient> Of(ClientDefinition client, string text)
    {
        if (client.Experts.Count == 0)
        {
            return [];
        }

        var words = TextWords.Of(text);
        return [.. client.Experts.Where(e => e.About.Any(a => Phrase.Parse(a).FindAll(words).Any())).Select(e => e.RecipientAt(client.Id)).OfType<Recipient>().Distinct()];
    }

    /// <summary>People of the agency are told at once; contacts of the client are asked first when the client is.</summary>
    public static void TellExperts(this CaseChange change)
    {
        foreach (var expert in change.State.Experts.OfType<Recipient.OfAgency>().Where(e => e != change.State.Responsible && change.Terms.Knows(e)))
        {
            change.Tell(expert, $"You know about this, please help {change.State.Responsible?.ToString() ?? "whoever takes it on"}: {change.Describe()}");
            change.Event("expert.told", $"{expert} knows about it and is told.");
        }
    }
}
