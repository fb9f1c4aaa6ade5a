using NodaTime;
using SocialOps.Escalations;
using SocialOps.OnCall;
using SocialOps.People;

namespace SocialOps.Definitions;

/// <summary>Who stands behind an escalation target.</summary>
internal static class EscalationTargets
{
    /// <summary>Who stands behind it now; empty for nobody, and for a schedule that is no longer part of the agency.</summary>
    /// <param name="agency">The definitions.</param>
    /// <param name="target">The target.</param>
    /// <param name="client">The client whom it is about.</param>
    /// <param name="now">When.</param>
    /// <param name="need">What it asks for; where nobody on duty has all of it, whoever may work for the client.</param>
    public static IReadOnlyList<Recipient> Resolve(this AgencySnapshot agency, EscalationTarget target, ClientDefinition? client, Instant now, DutyRequirement? need = null) => target switch
    {
        EscalationTarget.OnDuty duty => agency.FindSchedule(duty.Schedule) is { } schedule ? [.. OnDuty(schedule, client, now, need).Select(p => new Recipient.OfAgency(p))] : [],
        EscalationTarget.Named named => Substitution.For(named.Person, now, agency.People).Person is { } person ? [new Recipient.OfAgency(person)] : [],
        _ => client?.EmergencyContact() is { } contact ? [contact] : [],
    };

    private static IReadOnlyList<PersonId> OnDuty(OnCallSchedule schedule, ClientDefinition? client, Instant now, DutyRequirement? need)
        => need is not null && schedule.At(now, need).OnDuty is { Count: > 0 } qualified ? qualified : schedule.At(now, client is null ? null : new DutyRequirement { Client = client.Id }).OnDuty;

    /// <summary>Who may be reached at the client when nobody else can (requirement 0.17).</summary>
    public static Recipient? EmergencyContact(this ClientDefinition client)
        => client.Contacts.FirstOrDefault(c => c.IsEmergency) is { } contact ? new Recipient.OfClient(client.Id, contact.Id) : null;
}
