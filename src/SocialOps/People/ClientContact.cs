namespace SocialOps.People;

/// <summary>Somebody at a client whom the agency may reach.</summary>
/// <param name="Id">The contact's id, unique within the client.</param>
/// <param name="Name">The name that people read.</param>
/// <param name="Contacts">How the contact is reached, the preferred way first.</param>
/// <param name="IsEmergency">May be reached at any hour, weekends too (requirement 0.17): the last step of every escalation.</param>
/// <param name="Topics">What the contact is responsible for; empty for everything (requirement 0.16).</param>
public sealed record ClientContact(string Id, string Name, IReadOnlyList<ContactMethod> Contacts, bool IsEmergency = false, IReadOnlyList<string>? Topics = null);
