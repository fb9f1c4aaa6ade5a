namespace SocialOps.Inbox;

/// <summary>What is left of a case when the data of somebody who wrote in it is erased.</summary>
internal static class CaseErasing
{
    public static void Erase(this CaseChange change, CaseCommand.Erase erase)
    {
        if (change.State.ReplyPending)
        {
            throw new InvalidTransitionException($"Case {change.State.Id}", "a reply is still on its way. Wait for its outcome.");
        }

        var isAbout = erase.Stubs.TryGetValue(change.State.Item, out var stub);
        var isOver = change.State.ClosedAt is not null || (isAbout && erase.Successor is null);
        change.State = change.State with
        {
            Wave = change.State.Wave with { Authors = [.. change.State.Wave.Authors.Where(a => !erase.WaveAuthors.Contains(a.Author))] },
            Thread = erase.Thread ?? change.State.Thread,
            Dialogue = change.State.Dialogue is { } dialogue && erase.Stubs.TryGetValue(dialogue.Item, out var its) ? (isOver ? Rest(dialogue, its) : null) : change.State.Dialogue,
        };
        if (isAbout)
        {
            change.State = erase.Successor is { } item && !isOver
                ? change.State with { Item = item.Id, ExternalId = item.ExternalId, Kind = item.Kind, Author = item.Author, Excerpt = CaseOpening.StateOf(item, change.Terms, change.Now).Excerpt }
                : change.State with { Item = stub!, ExternalId = "", Author = "", Excerpt = "" };
        }

        change.Event("case.erased", $"What the author of {erase.Stubs.Count} item(s) wrote was erased.");
        if (isOver && change.State.ClosedAt is null)
        {
            change.Close(CloseReason.Erased, "What it was about was erased.");
        }
    }

    /// <summary>How far it came stays; with whom, and what was said, does not.</summary>
    private static ComplaintDialogue Rest(ComplaintDialogue dialogue, string stub) => dialogue with
    {
        Author = "",
        Item = stub,
        ExternalId = "",
        Client = dialogue.Client.Answer is { } answer ? dialogue.Client with { Answer = answer with { Text = "" } } : dialogue.Client,
    };
}
