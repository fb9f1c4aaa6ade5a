using System.Text.Json.Serialization;
using SocialOps.OnCall;
using SocialOps.People;

namespace SocialOps.Approvals;

/// <summary>Who may decide. Selectors of one step run in parallel; each is one seat.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Named), "named")]
[JsonDerivedType(typeof(Duty), "duty")]
[JsonDerivedType(typeof(Role), "role")]
[JsonDerivedType(typeof(OnCall), "onCall")]
public abstract record ApproverSelector
{
    private ApproverSelector()
    {
    }

    /// <summary>The client's contacts who approve: those responsible for the topic <c>approval</c>, or for everything.</summary>
    [JsonIgnore]
    public static ApproverSelector ClientApprover { get; } = new Duty("approval");

    /// <summary>Whether it selects people of the client.</summary>
    [JsonIgnore]
    public bool IsClients => this is Duty or Named { Who: Recipient.OfClient };

    /// <summary>One person, or one contact of the client.</summary>
    /// <param name="Who">Who.</param>
    public sealed record Named(Recipient Who) : ApproverSelector
    {
        /// <inheritdoc />
        public override string ToString() => Who.ToString()!;
    }

    /// <summary>The client's contacts with this duty.</summary>
    /// <param name="Topic">One of the contact's <see cref="ClientContact.Topics"/>; a contact without topics has every duty.</param>
    public sealed record Duty(string Topic) : ApproverSelector
    {
        /// <inheritdoc />
        public override string ToString() => $"the client's contacts for '{Topic}'";
    }

    /// <summary>The agency's people with this role.</summary>
    /// <param name="Which">The role.</param>
    public sealed record Role(PersonRole Which) : ApproverSelector
    {
        /// <inheritdoc />
        public override string ToString() => $"role {Which}";
    }

    /// <summary>Whoever is on call when asked, or when deciding.</summary>
    /// <param name="Schedule">The on-call schedule.</param>
    public sealed record OnCall(ScheduleId Schedule) : ApproverSelector
    {
        /// <inheritdoc />
        public override string ToString() => $"on call in '{Schedule}'";
    }
}
