using NodaTime;
using SocialOps.Escalations;
using SocialOps.OnCall;
using SocialOps.People;

namespace SocialOps.Definitions;

/// <summary>Who stands behind an escalation target.</summary>
internal static class EscalationTargets
{
    /// <summary>Who stands behind it now; empty for nobody, and for a schedule that is no longer part of the agency.</summary>
    public static IReadOnlyList<Recipient> Resolve(this AgencySnapshot agency, EscalationTarget target, ClientDefinition? client, Instant now) => target switch
    {
        EscalationTarget.OnDuty duty => agency.FindSchedule(duty.Schedule) is { } schedule ? [.. schedule.At(now).OnDuty.Select(p => new Recipient.OfAgency(p))] : [],
        EscalationTarget.Named named => Substitution.For(named.Person, now, agency.People).Person is { } person ? [new Recipient.OfAgency(person)] : [],
        _ => client?.EmergencyContact() is { } contact ? [contact] : [],
    };

    /// <summary>Who may be reached at the client when nobody else can (requirement 0.17).</summary>
    public static Recipient? EmergencyContact(this ClientDefinition client)
        => client.Contacts.FirstOrDefault(c => c.IsEmergency) is { } contact ? new Recipient.OfClient(client.Id, contact.Id) : null;
}
