using SocialOps.Serialization;

namespace SocialOps.Approvals;

/// <summary>The beginning of a request.</summary>
internal static class Submitting
{
    public static ApprovalOutcome Submit(this ApprovalChange change, ApprovalCommand.Submit command)
    {
        if (Faults(command, change) is { Count: > 0 } faults)
        {
            return new ApprovalOutcome.Refused(faults);
        }

        var request = new ApprovalRequest
        {
            Id = command.Id,
            Client = change.Facts.Client,
            Kind = command.Subject.Kind,
            SubjectId = command.Subject.Id,
            Policy = change.Policy.Definition.Id,
            PolicyVersion = change.Policy.Version,
            Author = command.Author,
            Risk = command.Risk,
            PublishAt = command.PublishAt,
            Window = command.Window,
            SubmittedAt = change.Now,
            Standing = command.Standing,
            Parts = [.. command.Subject.Parts.Select(p => ApprovalFold.FirstOf(p, command.Author))],
        };
        var solo = change.Policy.Definition.SoloMode ? ", solo mode: four eyes are off" : "";
        var standing = command.Standing is { } grant ? $", under standing approval {grant.GrantId} v{grant.Version}" : "";
        var parts = string.Join(", ", command.Subject.Parts.Select(p => $"'{p.Name}' {p.Hash.Abbreviated}"));
        change.Emit(new ApprovalEvent.Submitted(request), ApprovalChange.ActorOf(command.Author), "submitted", $"{command.Author} asks for approval of {request.Kind} {request.SubjectId}: {parts}{standing}{solo}");
        if (command.Standing is not null)
        {
            return new ApprovalOutcome.Accepted();
        }

        var limit = change.Policy.Definition.CycleTimeLimit.DeadlineFrom(change.Facts.Calendar(change.Policy.Definition.AgencyCalendar), change.Now);
        if (limit is { } cycle)
        {
            change.Schedule(ApprovalClock.Cycle, 0, 0, cycle + ApprovalTimes.JustAfter);
        }

        change.Settle([.. command.Subject.Parts.Select(p => p.Name)], anew: true);
        return new ApprovalOutcome.Accepted();
    }

    public static IEnumerable<string> Faults(ApprovalPart part)
    {
        if (string.IsNullOrWhiteSpace(part.Name) || part.Name.Length > 100 || SafeText.From(part.Name).WasRepaired)
        {
            yield return $"'{part.Name}' is no part's name: write 1 to 100 characters.";
        }

        if (part.Hash.Value is not { Length: 64 } hash || !hash.All(char.IsAsciiHexDigitLower))
        {
            yield return $"'{part.Hash.Value}' of '{part.Name}' is no SHA-256 in 64 lower-case hexadecimal digits.";
        }
    }

    private static List<string> Faults(ApprovalCommand.Submit command, ApprovalChange change)
    {
        var faults = command.Subject.Parts.SelectMany(Faults).ToList();
        if (command.Subject.Parts.Count == 0)
        {
            faults.Add("Nothing is submitted: name at least one part.");
        }

        if (string.IsNullOrWhiteSpace(command.Subject.Id) || command.Subject.Id.Length > 100 || SafeText.From(command.Subject.Id).WasRepaired)
        {
            faults.Add($"'{command.Subject.Id}' is no subject's id: write 1 to 100 characters.");
        }

        faults.AddRange(command.Subject.Parts.GroupBy(p => p.Name).Where(g => g.Count() > 1).Select(g => $"'{g.Key}' is there {g.Count()} times: give each part a name of its own."));
        if (!Eligibility.IsKnown(command.Author, change.Facts))
        {
            faults.Add($"{command.Author} is not known to work for {change.Facts.Client}.");
        }

        if (command.Window is { } window && (window.NotAfter < window.NotBefore || (command.PublishAt is { } slot && !window.Contains(slot))))
        {
            faults.Add($"The window {window} does not contain the slot {command.PublishAt}.");
        }

        if (command.Standing is null && command.PublishAt is { } at && at - change.Policy.Definition.SlotLeadTime <= change.Now)
        {
            faults.Add($"The slot {at} leaves no time to decide (lead time {change.Policy.Definition.SlotLeadTime}). Move it, or release it in an emergency.");
        }

        if (command.Subject.Kind is ApprovalSubjectKind.Guideline or ApprovalSubjectKind.Plan && !change.Policy.NeedsBothSides)
        {
            faults.Add($"A {command.Subject.Kind} needs the agency's and the client's signature (requirement 4.20); policy {change.Policy.Definition.Id} can pass without one of them.");
        }

        if (command.Standing is { } grant && !change.Facts.HasGrant(grant))
        {
            faults.Add($"The standing approval {grant.GrantId} v{grant.Version} is not in force.");
        }

        if (command.Standing is { } filled && command.Subject.Parts.Any(p => p.Hash != filled.Filled))
        {
            faults.Add($"The standing approval was filled as {filled.Filled.Abbreviated}; the parts are something else.");
        }

        return faults;
    }
}
