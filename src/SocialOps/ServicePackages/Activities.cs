namespace SocialOps.ServicePackages;

/// <summary>The activities that every page needs (requirement 3.1). An agency may add its own.</summary>
public static class Activities
{
    /// <summary>Profiles, rights, settings.</summary>
    public static readonly ActivityId PageOrganisation = new("page-organisation");

    /// <summary>What is to be said in the coming weeks.</summary>
    public static readonly ActivityId Planning = new("planning");

    /// <summary>Finding facts and topics.</summary>
    public static readonly ActivityId Research = new("research");

    /// <summary>Which post stands where and when.</summary>
    public static readonly ActivityId EditorialPlan = new("editorial-plan");

    /// <summary>Writing.</summary>
    public static readonly ActivityId Copy = new("copy");

    /// <summary>Pictures and films.</summary>
    public static readonly ActivityId Design = new("design");

    /// <summary>Entering and scheduling posts.</summary>
    public static readonly ActivityId DataEntry = new("data-entry");

    /// <summary>Talking with the client.</summary>
    public static readonly ActivityId CustomerContact = new("customer-contact");

    /// <summary>Telling what it brought.</summary>
    public static readonly ActivityId Reporting = new("reporting");

    /// <summary>Watching, answering, settling.</summary>
    public static readonly ActivityId CommunityManagement = new("community-management");

    /// <summary>All of them, in the order of the work.</summary>
    public static IReadOnlyList<ActivityId> Catalogue { get; } =
        [PageOrganisation, Planning, Research, EditorialPlan, Copy, Design, DataEntry, CustomerContact, Reporting, CommunityManagement];

    /// <summary>The skills and rights without which an activity cannot be taken over at once.</summary>
    /// <param name="activity">The activity.</param>
    /// <returns>The role that it asks of a person; <see langword="null"/> for none.</returns>
    public static People.PersonRole? RoleFor(ActivityId activity)
        => activity == Copy || activity == CommunityManagement ? People.PersonRole.Author
            : activity == DataEntry ? People.PersonRole.Publisher
            : null;
}
