using NodaTime;
using SocialOps.People;
using SocialOps.Time;

namespace SocialOps.Approvals;

/// <summary>What is not the ordinary way: break glass and its review, objections, what went out.</summary>
internal static class Exceptions
{
    private static readonly ResponseTarget ReviewTime = new ResponseTarget.BusinessDays(1);

    public static ApprovalOutcome Release(this ApprovalChange change, ApprovalCommand.ReleaseInEmergency command)
    {
        var faults = new List<string>();
        if (command.By is not Recipient.OfAgency { Person: var id } || !change.Facts.People.TryGetValue(id, out var person) || !Eligibility.IsKnown(command.By, change.Facts) || !person.Roles.Contains(PersonRole.DutyManager))
        {
            faults.Add($"{command.By} may not release in an emergency: the role DutyManager is missing.");
        }

        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            faults.Add("An emergency needs a reason: say why it cannot wait.");
        }

        faults.AddRange(command.Parts.Where(p => change.State.FindPart(p.Name)?.Hash != p.Hash).Select(p => $"'{p.Name}' {p.Hash.Abbreviated} is not what the request holds ({change.State.FindPart(p.Name)?.Hash.Abbreviated ?? "no such part"})."));
        faults.AddRange(command.Parts.Where(p => change.State.FindPart(p.Name)?.State is PartState.Rejected or PartState.Withdrawn).Select(p => $"'{p.Name}' is {change.State.FindPart(p.Name)!.State}: submit it anew."));
        if (faults.Count > 0 || command.Parts.Count == 0)
        {
            return new ApprovalOutcome.Refused(faults.Count > 0 ? faults : ["No part is named."]);
        }

        var due = ReviewTime.DeadlineFrom(change.Facts.Calendar(change.Policy.Definition.AgencyCalendar), change.Now) ?? change.Now + Duration.FromDays(1);
        var release = new EmergencyRelease(change.State.Emergencies.Count + 1, command.Parts, command.By, command.Reason, change.Now, due);
        var parts = string.Join(", ", command.Parts.Select(p => $"'{p.Name}' {p.Hash.Abbreviated}"));
        change.Emit(new ApprovalEvent.Released(release), ApprovalChange.ActorOf(command.By), "emergency", $"{command.By} released {parts} without waiting: {command.Reason}. Review until {due}");
        change.Schedule(ApprovalClock.Review, release.Number, 0, due + ApprovalTimes.JustAfter);
        foreach (var contact in change.ClientsContacts())
        {
            change.Tell(contact, "emergency", $"{change.State.Kind} {change.State.SubjectId} goes out now without your approval: {command.Reason}", isUrgent: true);
        }

        change.TellOwner("emergency", $"{command.By} released {change.State.SubjectId} in an emergency: {command.Reason}. Please review until {due}.");
        return new ApprovalOutcome.Accepted();
    }

    public static ApprovalOutcome Review(this ApprovalChange change, ApprovalCommand.ReviewEmergency command)
    {
        var release = change.State.Emergencies.FirstOrDefault(e => e.Number == command.Release);
        string? fault = release is null ? $"There is no emergency release {command.Release}."
            : release.ReviewedAt is not null ? $"It was reviewed by {release.ReviewedBy} at {release.ReviewedAt}."
            : !Eligibility.IsKnown(command.By, change.Facts) ? $"{command.By} is not known to work for {change.Facts.Client}."
            : release.By == command.By && !change.Policy.Definition.SoloMode ? $"{command.By} released it; let somebody else review it."
            : string.IsNullOrWhiteSpace(command.Text) ? "A review needs words: say what it found."
            : null;
        if (fault is not null)
        {
            return new ApprovalOutcome.Refused([fault]);
        }

        change.Emit(new ApprovalEvent.Reviewed(command.Release, command.By, command.WasRight, command.Text), ApprovalChange.ActorOf(command.By), "emergency-reviewed", $"{command.By}: the emergency release {command.Release} was {(command.WasRight ? "right" : "not right")}: {command.Text}");
        return new ApprovalOutcome.Accepted();
    }

    public static ApprovalOutcome MissReview(this ApprovalChange change, ApprovalCommand.ReviewDue due)
    {
        if (change.State.Emergencies.FirstOrDefault(e => e.Number == due.Release) is not { ReviewedAt: null } release)
        {
            return new ApprovalOutcome.Overtaken();
        }

        var text = $"The emergency release of {change.State.SubjectId} by {release.By} was not reviewed by {release.ReviewDueAt}.";
        change.Emit(new ApprovalEvent.Warned("review-missed", text), Actor.Engine, "emergency-review-missed", text);
        change.TellOwner("review", text);
        return new ApprovalOutcome.Accepted();
    }

    public static ApprovalOutcome RaiseObjection(this ApprovalChange change, ApprovalCommand.RaiseObjection command)
    {
        string? fault = !Eligibility.IsKnown(command.By, change.Facts) ? $"{command.By} is not known to work for {change.Facts.Client}."
            : string.IsNullOrWhiteSpace(command.Objection) ? "An objection needs words: say to what, and why."
            : change.State.Dissents.Any(d => d.By == command.By && d.Objection == command.Objection) ? "That objection was made before; its time does not begin again."
            : change.State.Parts.All(p => p.PublishedAt is not null || p.State is PartState.Rejected or PartState.Withdrawn) ? "There is nothing left to object to."
            : null;
        if (fault is not null)
        {
            return new ApprovalOutcome.Refused([fault]);
        }

        var until = change.Policy.Definition.DissentTime.DeadlineFrom(change.Facts.Calendar(change.Policy.Definition.AgencyCalendar), change.Now) ?? change.Now + Duration.FromDays(1);
        var dissent = new Dissent(change.State.Dissents.Count + 1, command.By, command.Objection, change.Now, until, command.Positions);
        var positions = string.Concat(command.Positions.Select(p => $" {p.Who}: {p.Text}."));
        change.Emit(new ApprovalEvent.Objected(dissent), ApprovalChange.ActorOf(command.By), "objection", $"{command.By} objects: {command.Objection}.{positions} It blocks until {until}");
        change.Schedule(ApprovalClock.Dissent, dissent.Number, 0, until);
        change.TellOwner("objection", $"{command.By} objects to {change.State.SubjectId}: {command.Objection}. Please settle it until {until}; then the work goes on.");
        return new ApprovalOutcome.Accepted();
    }

    public static ApprovalOutcome SettleDissent(this ApprovalChange change, ApprovalCommand.SettleDissent command)
    {
        var dissent = change.State.Dissents.FirstOrDefault(d => d.Number == command.Dissent);
        var owner = change.Policy.Definition.AccountOwner;
        string? fault = dissent is null ? $"There is no objection {command.Dissent}."
            : dissent.Outcome is not null ? $"It is {dissent.Outcome} since {dissent.SettledAt}."
            : !Eligibility.IsKnown(command.By, change.Facts) ? $"{command.By} is not known to work for {change.Facts.Client}."
            : owner is { } decider && command.By != new Recipient.OfAgency(decider) && command.By != dissent.By ? $"{decider} decides it, or {dissent.By} takes it back."
            : string.IsNullOrWhiteSpace(command.Reason) ? "Settling it needs a reason."
            : null;
        if (fault is not null)
        {
            return new ApprovalOutcome.Refused([fault]);
        }

        change.Settle(dissent!, command.Upheld ? DissentOutcome.Upheld : DissentOutcome.Overruled, command.By, command.Reason);
        foreach (var part in command.Upheld ? change.State.Parts.Where(p => p.PublishedAt is null && p.State is PartState.InReview or PartState.Approved).ToList() : [])
        {
            change.Move(part.Name, ApprovalTrigger.UpholdObjection, ApprovalChange.ActorOf(command.By), $"the objection of {dissent!.By} was upheld by {command.By}: {command.Reason}");
        }

        return new ApprovalOutcome.Accepted();
    }

    public static ApprovalOutcome LapseDissent(this ApprovalChange change, ApprovalCommand.DissentDue due)
    {
        if (change.State.Dissents.FirstOrDefault(d => d.Number == due.Dissent) is not { Outcome: null } dissent || change.Now < dissent.BlocksUntil)
        {
            return new ApprovalOutcome.Overtaken();
        }

        change.Settle(dissent, DissentOutcome.Lapsed, null, "nobody settled it in time; the work goes on.");
        return new ApprovalOutcome.Accepted();
    }

    public static ApprovalOutcome Deliver(this ApprovalChange change, ApprovalCommand.RecordDelivery command)
    {
        var delivery = command.Delivery;
        if (change.State.Deliveries.Contains(delivery))
        {
            return new ApprovalOutcome.Overtaken();
        }

        change.Emit(new ApprovalEvent.Delivered(delivery), Actor.Engine, "delivery", $"The notice to {delivery.Recipient} {(delivery.Bounced ? "came back" : "was delivered")} at {delivery.At} (evidence {delivery.EvidenceId})");
        return new ApprovalOutcome.Accepted();
    }

    public static ApprovalOutcome Publish(this ApprovalChange change, ApprovalCommand.MarkPublished command)
    {
        if (change.State.FindPart(command.Part.Name) is not { } part || part.PublishedAt is not null)
        {
            return new ApprovalOutcome.Overtaken();
        }

        change.Emit(new ApprovalEvent.Published(command.Part.Name, command.Part.Hash), Actor.Engine, "published", $"'{command.Part.Name}' {command.Part.Hash.Abbreviated} went out");
        return new ApprovalOutcome.Accepted();
    }

    private static void Settle(this ApprovalChange change, Dissent dissent, DissentOutcome outcome, Recipient? decider, string reason)
        => change.Emit(new ApprovalEvent.Settled(dissent.Number, outcome, decider, reason), decider is null ? Actor.Engine : ApprovalChange.ActorOf(decider), "objection-settled", $"The objection of {dissent.By} is {outcome}{(decider is null ? "" : $" by {decider}")}: {reason}");

    /// <summary>Whom the client wants asked; every contact when nobody is named for it.</summary>
    private static IEnumerable<Recipient> ClientsContacts(this ApprovalChange change)
    {
        var approvers = change.Policy.Steps.Where(s => s.IsClients).SelectMany(s => Eligibility.SelectedBy(s, change.Facts, change.Now)).OfType<Recipient.OfClient>().Distinct().ToList();
        return approvers.Count > 0 ? approvers : change.Facts.Contacts.Select(c => new Recipient.OfClient(change.Facts.Client, c.Id));
    }
}
