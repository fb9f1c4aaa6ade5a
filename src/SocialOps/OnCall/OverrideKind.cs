namespace SocialOps.OnCall;

/// <summary>What an override does.</summary>
public enum OverrideKind
{
    /// <summary>Stands in for one person, inside that person's shifts only: those the layers give, never those another override gave.</summary>
    Replace,

    /// <summary>Takes the stretch, whoever was there, gaps too.</summary>
    Take,

    /// <summary>Joins whoever is there.</summary>
    Add,

    /// <summary>Takes a person off; what remains open is a gap.</summary>
    Remove,
}
