using SocialOps.Inbox;
using SocialOps.Incidents;
using SocialOps.People;
using SocialOps.Publishing;
using SocialOps.Simulation.Tests.Engine;

namespace SocialOps.Simulation.Tests.World;

/// <summary>People who claim, answer, acknowledge, hand over, or do nothing. In the end they attend to everything.</summary>
internal sealed class Team(Process portal, History history) : Area(portal, history)
{
    private static readonly Actor Ada = Actor.Person("ada", "simulation");
    private static readonly Actor Ben = Actor.Person("ben", "simulation");
    private static readonly Actor Owner = Actor.ClientContact("owner", "simulation");

    /// <summary>One of them does something, if there is anything to be done.</summary>
    public override bool Act()
    {
        var cases = History.All(InboxRecords.Cases).Where(c => c.ClosedAt is null).ToList();
        var incidents = History.All(IncidentRecords.Incidents).Where(i => i.ClosedAt is null).ToList();
        if (incidents.Count > 0 && (cases.Count == 0 || History.Random.Chance(30)))
        {
            Attend(History.Random.Pick(incidents));
            return true;
        }

        if (cases.Count == 0)
        {
            return false;
        }

        var one = History.Random.Pick(cases);
        var ada = History.Random.Chance(60) ? Ada : Ben;
        Do(one.Id.Value, History.Random.Below(10) switch
        {
            < 3 => ("claims", p => p.Ops.Cases.ClaimAsync(one.Id, one.ClientReplies && History.Random.Chance(60) ? Owner : ada).AsTask()),
            < 5 => ("acknowledges", p => p.Ops.Cases.AcknowledgeAsync(one.Id, ada, "seen").AsTask()),
            < 7 => ("replies to", p => p.Ops.Cases.ReplyAsync(one.Id, Ada, $"Das tut uns leid, wir schauen nach ({History.Random.Below(1000)}).").AsTask()),
            7 => ("hands over", p => p.Ops.Cases.HandOverAsync(one.Id, ada, new Recipient.OfAgency(new(ada == Ada ? "ben" : "ada")), "yours").AsTask()),
            8 => ("contacts the client about", p => p.Ops.Cases.ContactClientAsync(one.Id, ada, "please look").AsTask()),
            _ => NextStep(one, ada),
        });
        return true;
    }

    /// <summary>What is open is attended to, one thing at a time.</summary>
    public override bool Finish()
    {
        if (History.All(IncidentRecords.Incidents).FirstOrDefault(i => i.ClosedAt is null && CanClose(i)) is { } incident)
        {
            Attend(incident);
            return true;
        }

        if (History.All(InboxRecords.Cases).FirstOrDefault(c => c is { ClosedAt: null, ReplyPending: false }) is not { } one)
        {
            return false;
        }

        Do(one.Id.Value, NextStep(one, one.ClientReplies ? Owner : Ada));
        return true;
    }

    /// <summary>Settles it, or leads a complaint's dialogue on by one step.</summary>
    private static (string Name, Func<Process, Task> Command) NextStep(Case one, Actor who) => one.Dialogue switch
    {
        { Stage: ComplaintStage.Received } => Record(one, who, ComplaintStep.Apologise),
        { Stage: ComplaintStage.ClientContacted, Client.Answer: not null } => Record(one, who, ComplaintStep.OfferSolution),
        { Stage: ComplaintStage.NeedsClient or ComplaintStage.ClientContacted or ComplaintStage.ClientUnreachable } => ("records the client's answer to", p => p.Ops.Cases.RecordClientAnswerAsync(one.Id, who, "owner", "a new one", true).AsTask()),
        { Stage: ComplaintStage.SolutionOffered } => Record(one, who, ComplaintStep.Accept),
        { Stage: ComplaintStage.Settled } => Record(one, who, ComplaintStep.FollowUp),
        _ => ("settles", p => p.Ops.Cases.SettleAsync(one.Id, who, "done").AsTask()),
    };

    private static (string Name, Func<Process, Task> Command) Record(Case one, Actor who, ComplaintStep step)
        => ($"records {step} of", p => p.Ops.Cases.RecordStepAsync(one.Id, who, step, "by telephone").AsTask());

    /// <summary>Nobody judges about a post before it had its time to appear.</summary>
    private bool CanClose(Incident incident) => incident.Kind switch
    {
        IncidentKind.UnclearPublication => !History.Network.HasLate && !History.HasRequestsOut,
        _ => incident.Kind != IncidentKind.StuckWork,
    };

    private void Attend(Incident incident)
    {
        if (incident.Kind == IncidentKind.QuarantinedDelivery && (History.IsQuiet || History.Random.Chance(50)))
        {
            Do(incident.SubjectId, ("discards", p => p.Ops.Inbox.DiscardQuarantinedAsync(incident.SubjectId, Ada, "nothing").AsTask()));
        }
        else if (incident.Kind == IncidentKind.UnclearPublication && CanClose(incident))
        {
            Judge(new(incident.SubjectId));
        }
        else if (incident.Kind >= IncidentKind.HeldPublication && incident.Kind != IncidentKind.StuckWork && (History.IsQuiet || History.Random.Chance(30)))
        {
            Do(incident.Id.Value, ("closes", p => p.Ops.Incidents.CloseAsync(incident.Id, Ada, "seen to").AsTask()));
        }
        else
        {
            Do(incident.Id.Value, ("claims", p => p.Ops.Incidents.ClaimAsync(incident.Id, Ada).AsTask()));
        }
    }

    /// <summary>Somebody looks at the network and says what is there.</summary>
    private void Judge(PublicationId id)
    {
        var key = History.All(PublicationRecords.Publications).Single(p => p.Id == id).IdempotencyKey;
        Do(id.Value, History.Network.Find(key) is { } found
            ? ("confirms", p => p.Ops.Publications.ConfirmAsync(id, Ada, found.ExternalId).AsTask())
            : History.Random.Chance(50) ? ("releases", p => p.Ops.Publications.ReleaseAsync(id, Ada).AsTask())
            : ("cancels", p => p.Ops.Publications.CancelAsync(id, Ada, "not needed any more").AsTask()));
    }

    private void Do(string subject, (string Name, Func<Process, Task> Command) what) => Do("team", $"{what.Name} {subject}", what.Command);
}
