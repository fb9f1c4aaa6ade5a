namespace SocialOps.People;

/// <summary>What a person may do; checked in the decision, a refusal names the missing role.</summary>
public enum PersonRole
{
    /// <summary>Writes content and replies.</summary>
    Author,

    /// <summary>Decides approvals.</summary>
    Approver,

    /// <summary>Sends what is approved.</summary>
    Publisher,

    /// <summary>Changes duties, hands cases over, overrides.</summary>
    DutyManager,

    /// <summary>Changes definitions.</summary>
    Admin,
}
