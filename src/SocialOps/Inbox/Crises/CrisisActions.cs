using NodaTime;
using SocialOps.Crisis;
using SocialOps.Definitions;
using SocialOps.People;

namespace SocialOps.Inbox;

/// <summary>What the levels of a wave bring about (responses d.5): each action once, when its level is first reached. What a person has lifted stays lifted.</summary>
internal static class CrisisActions
{
    public static void Rise(this CaseChange change, WaveLevel peakBefore, WaveLevel level)
    {
        if (level < WaveLevel.LastingCriticism)
        {
            return;
        }

        var crisis = change.State.Crisis ?? new() { Since = change.Now };
        change.State = change.State with
        {
            Crisis = crisis with { AssessedAt = null, SpokenAt = null },
            ProposedReply = change.State.Dialogue is { Stage: ComplaintStage.Received } ? change.State.ProposedReply : change.Terms.Policy.Definition.HoldingStatement ?? change.State.ProposedReply, // an apology comes first
        };
        var actions = WaveActions.Of(level).Except(WaveActions.Of(peakBefore)).ToList();
        foreach (var action in actions.Where(a => a != WaveAction.ProposeFreeze || !actions.Contains(WaveAction.FreezePublishing)).Reverse())
        {
            change.Do(action, level);
        }

        change.Start(change.State.AcknowledgedAt is null ? ClockKind.Acknowledge : ClockKind.NextAction, change.Now);
    }

    /// <summary>By when the pace of the crisis wants something to follow; <see langword="null"/> where there is none.</summary>
    public static Instant? DueByCrisis(this CaseChange change, ClockKind kind, Instant start) => kind switch
    {
        ClockKind.Acknowledge when change.State.Alarm.Level >= WaveLevel.LastingCriticism => start + CrisisPace.Assessment,
        ClockKind.NextAction => start + CrisisPace.NextWithin(change.State.Alarm.Level, change.State.Crisis?.AssessedAt is not null, change.State.Crisis?.SpokenAt is not null),
        _ => null,
    };

    /// <summary>A person has acted.</summary>
    public static void Assessed(this CaseChange change)
    {
        if (change.State.Crisis is { AssessedAt: null } crisis)
        {
            change.State = change.State with { Crisis = crisis with { AssessedAt = change.Now } };
        }
    }

    /// <summary>Something of ours can be seen.</summary>
    public static void Spoken(this CaseChange change)
    {
        if (change.State.Crisis is { SpokenAt: null } crisis)
        {
            change.State = change.State with { Crisis = crisis with { SpokenAt = change.Now } };
        }
    }

    private static void Do(this CaseChange change, WaveAction action, WaveLevel level)
    {
        var client = change.Terms.Client;
        switch (action)
        {
            case WaveAction.ProposeFreeze:
                change.TellAll(change.Terms.With(PersonRole.DutyManager, PersonRole.Publisher), $"Level {(int)level}: shall the scheduled posts of {client.Name} be held? Freeze '{Publishing.FreezeScope.Of(client.Id)}' if so");
                change.Event("crisis.freeze-proposed", "Who may decide is asked whether scheduled posts are held.");
                break;
            case WaveAction.CallClient when (client.EmergencyContact() ?? change.Terms.ContactFor(change.State)) is { } contact:
                change.Tell(contact, $"It grows; please be reachable day and night: {change.Describe()}");
                change.Event("client.told", $"{contact} is being told: level {(int)level}.");
                break;
            case WaveAction.FreezePublishing:
                change.Freeze = $"wave level {(int)level} on {change.State.Network}: {change.State.Excerpt}";
                change.Event("crisis.frozen", $"Scheduled posts of {client.Name} are held until a person lifts it; replies go on.");
                break;
            case WaveAction.OpenWarRoom:
                change.Event("crisis.war-room", $"Known so far: {change.State.Wave.TotalComments} comments, {change.State.Counters.Likes} likes, {change.State.Replies} replies of ours, responsible {change.State.Responsible}. Notes go here.");
                break;
            case WaveAction.LowerAutonomy:
                change.Event("crisis.autonomy", $"For {client.Name} nothing is answered without a person deciding, but the holding statement.");
                break;
            case WaveAction.CallManagement:
                change.TellAll([.. change.Terms.With(PersonRole.Admin), .. client.Contacts.Where(c => c.IsEmergency).Select(c => new Recipient.OfClient(client.Id, c.Id))], $"Level {(int)level}, the management is asked for");
                change.Event("crisis.management", "The management of agency and client is told.");
                break;
            default:
                return; // whoever is on duty is told by the climb that every rise begins
        }

        change.State = change.State with { Crisis = change.State.Crisis! with { Done = [.. change.State.Crisis.Done, action] } };
    }

    private static void TellAll(this CaseChange change, IEnumerable<Recipient> people, string text)
    {
        foreach (var person in people.Distinct())
        {
            change.Tell(person, $"{text}: {change.Describe()}");
        }
    }
}
