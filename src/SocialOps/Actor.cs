using System.Text.Json.Serialization;

namespace SocialOps;

/// <summary>Who acts: the host maps its own login to one of these. Every command and every audit event carries one.</summary>
/// <param name="Kind">A person of the agency, a contact at a client, or a program.</param>
/// <param name="Id">The person's, contact's or program's id.</param>
/// <param name="Via">The door it came through, e.g. <c>portal</c>, <c>console</c>, <c>worker</c>.</param>
public sealed record Actor(ActorKind Kind, string Id, string Via)
{
    /// <summary>The engine itself, acting on a due work row.</summary>
    [JsonIgnore]
    public static Actor Engine { get; } = new(ActorKind.Service, "socialops", "worker");

    /// <summary>A person of the agency.</summary>
    public static Actor Person(string id, string via) => new(ActorKind.Person, id, via);

    /// <summary>A contact at a client.</summary>
    public static Actor ClientContact(string id, string via) => new(ActorKind.ClientContact, id, via);

    /// <summary>A program: an importer, a connector, the engine.</summary>
    public static Actor Service(string id, string via) => new(ActorKind.Service, id, via);
}

/// <summary>The three kinds of actor.</summary>
public enum ActorKind
{
    /// <summary>A person of the agency.</summary>
    Person,

    /// <summary>A contact at a client of the agency.</summary>
    ClientContact,

    /// <summary>A program.</summary>
    Service,
}
