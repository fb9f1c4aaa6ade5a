namespace SocialOps.Definitions;

/// <summary>Checks an agency's definitions as a whole. Pure and thread-safe.</summary>
public static class AgencyValidation
{
    /// <summary>Everything that is wrong or doubtful, all at once.</summary>
    /// <param name="agency">The definitions.</param>
    public static IReadOnlyList<Finding> Validate(AgencyDefinition agency)
    {
        ArgumentNullException.ThrowIfNull(agency);
        return [];
    }
}
