using NodaTime;
using SocialOps.Time;

namespace SocialOps.Definitions.Validation;

/// <summary>Response targets: longer than zero.</summary>
internal static class TargetRules
{
    public static void Check(string path, ResponseTargets? targets, Findings findings)
    {
        if (targets is null)
        {
            return;
        }

        CheckOne($"{path}.workday", targets.Workday, findings);
        CheckOne($"{path}.weekend", targets.Weekend, findings);
        CheckOne($"{path}.inMeeting", targets.InMeeting, findings);
    }

    private static void CheckOne(string path, ResponseTarget? target, Findings findings)
    {
        switch (target)
        {
            case ResponseTarget.Within(var openTime) when openTime <= Duration.Zero:
                findings.Error(path, "the target is not longer than zero; write a time that people can keep, e.g. 1 hour.");
                break;
            case ResponseTarget.SameDayBy(_, var atLeast) when atLeast < Duration.Zero || atLeast >= Duration.FromDays(1):
                findings.Error(path, "the least time of a same-day target lies outside 0 to 24 hours; write e.g. 1 hour.");
                break;
            case ResponseTarget.BusinessDays(var days) when days < 1:
                findings.Error(path, $"the target of {days} working days is not longer than zero; write 1 or more.");
                break;
        }
    }
}
