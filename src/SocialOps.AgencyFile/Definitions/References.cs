using SocialOps.AgencyFiles.Shapes;
using SocialOps.Escalations;
using SocialOps.OnCall;
using SocialOps.People;
using SocialOps.Responses;
using SocialOps.ServicePackages;
using SocialOps.Time;

namespace SocialOps.AgencyFiles.Definitions;

/// <summary>References to what the file defines elsewhere.</summary>
internal static class References
{
    public static readonly IdShape<PersonId> Person = new("a person");

    public static readonly IdShape<SkillId> Skill = new("a skill");

    public static readonly IdShape<CalendarId> Calendar = new("a calendar");

    public static readonly IdShape<ScheduleId> Schedule = new("a schedule");

    public static readonly IdShape<EscalationPolicyId> Escalation = new("an escalation");

    public static readonly IdShape<ActivityId> Activity = new("an activity");

    public static readonly IdShape<PackageId> Package = new("a package");

    public static readonly IdShape<ResponsePolicyId> Policy = new("a policy");

    public static readonly IdShape<SavedReplyId> Reply = new("a reply");

    public static readonly IdShape<ClientId> Client = new("a client");

    /// <summary>A value that may be left out.</summary>
    public static Shape<T?> Maybe<T>(Shape<T> shape)
        where T : struct
        => new ConvertedShape<T, T?>(shape, value => value);

    /// <summary>A text that may be left out.</summary>
    public static Shape<string?> Maybe(Shape<string> shape) => new ConvertedShape<string, string?>(shape, value => value);
}
