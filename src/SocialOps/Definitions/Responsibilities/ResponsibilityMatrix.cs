using NodaTime;
using SocialOps.People;
using SocialOps.ServicePackages;
using SocialOps.Time;

namespace SocialOps.Definitions;

/// <summary>The responsibility matrix of a revision: who, then, for this, and why. Pure and thread-safe.</summary>
public static class ResponsibilityMatrix
{
    /// <summary>Who is responsible at an instant, past or future, by these definitions. There is always an answer: where the named people are away it goes to their deputies, to whoever is on duty, to the lead, to duty managers, and last to the client's emergency contact.</summary>
    /// <param name="agency">The definitions.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="at">When.</param>
    /// <exception cref="NotFoundException">There is no such client.</exception>
    public static ResponsibilityAnswer Resolve(this AgencySnapshot agency, ResponsibilityQuestion question, Instant at)
    {
        ArgumentNullException.ThrowIfNull(agency);
        ArgumentNullException.ThrowIfNull(question);
        var client = agency.FindClient(question.Client) ?? throw new NotFoundException("client", question.Client.Value);
        var on = agency.DateFor(client, at);
        var asked = question with { Phase = question.Phase ?? client.Agreement.PhaseOn(on) };
        var steps = new List<string>();
        if (asked.Phase is { } phase)
        {
            steps.Add($"phase '{phase}'");
        }

        var (line, source) = ResponsibilityLines.Find(client.Agreement, agency.GetPackage(client.Agreement.Package), asked, on, steps);
        var seats = new ResponsibilitySeats(agency, client, question.Activity, at);
        var owner = seats.Owner(line, steps);
        return new(asked, at, line, source, owner, seats.Control(line, owner), seats.Deputy(line, owner), steps, agency.Revision);
    }

    /// <summary>Whether the client answers comments at an instant (requirements 0.9, 0.10 and 4.6).</summary>
    /// <param name="agency">The definitions.</param>
    /// <param name="client">The client.</param>
    /// <param name="at">When.</param>
    public static bool ClientAnswers(this AgencySnapshot agency, ClientDefinition client, Instant at)
        => agency.LineOf(client, Activities.CommunityManagement, at).Owner is Party.ClientSide;

    /// <summary>The most that is done without asking for a client: the least of what its package and its collaboration model allow.</summary>
    /// <param name="agency">The definitions.</param>
    /// <param name="client">The client.</param>
    /// <param name="at">When.</param>
    public static AutonomyLevel AutonomyCapFor(this AgencySnapshot agency, ClientDefinition client, Instant at)
    {
        ArgumentNullException.ThrowIfNull(agency);
        ArgumentNullException.ThrowIfNull(client);
        var package = agency.GetPackage(client.Agreement.Package).Autonomy;
        return client.Agreement.ModelOn(agency.DateFor(client, at)) is { } model && CollaborationPresets.Of(model).AutonomyCap < package ? CollaborationPresets.Of(model).AutonomyCap : package;
    }

    internal static Responsibility LineOf(this AgencySnapshot agency, ClientDefinition client, ActivityId activity, Instant at)
    {
        var on = agency.DateFor(client, at);
        return ResponsibilityLines.Find(client.Agreement, agency.GetPackage(client.Agreement.Package), new(client.Id, activity, null, client.Agreement.PhaseOn(on)), on).Line;
    }

    /// <summary>The day at a client: in the zone of its schedule.</summary>
    internal static LocalDate DateFor(this AgencySnapshot agency, ClientDefinition client, Instant at)
        => at.InZone(agency.FindSchedule(client.Agreement.Schedule) is { } schedule ? TimeZones.Get(schedule.Definition.Zone) : DateTimeZone.Utc).Date;
}
