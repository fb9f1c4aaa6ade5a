using SocialOps.Readiness.Checks;

namespace SocialOps.Readiness;

/// <summary>Judges whether an agreement may go live. Pure and thread-safe.</summary>
public static class ReadinessChecks
{
    /// <summary>Every check, all at once, each failure with its remedy.</summary>
    /// <param name="facts">What it is judged by.</param>
    public static ReadinessReport Run(ReadinessFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new(facts.Client.Id, facts.Now, facts.Now + facts.Horizon,
        [
            ContactCheck.Run(facts),
            .. CoveragePromiseCheck.Run(facts),
            .. ReactionPlanCheck.Run(facts),
            .. OwnersCheck.Run(facts),
            .. StrategyCheck.Run(facts),
            .. BriefingCheck.Run(facts),
            .. TrainingCheck.Run(facts),
            .. ApprovalCheck.Run(facts),
            .. ConnectorCheck.Run(facts),
            .. AgreedCheck.Run(facts),
            .. SinglePointCheck.Run(facts),
            .. ChannelChoiceCheck.Run(facts),
        ]);
    }
}
