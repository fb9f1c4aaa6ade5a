using SocialOps.Time;

namespace SocialOps.Approvals;

/// <summary>One version of an approval policy that was found valid. Immutable and thread-safe.</summary>
public sealed class ApprovalPolicy
{
    /// <summary>More steps than practitioners bear give a warning.</summary>
    public const int StepBudget = 4;

    /// <summary>More rounds than practitioners bear give a warning.</summary>
    public const int RoundBudget = 2;

    private static readonly ResponseTarget AgencyDefault = new ResponseTarget.BusinessDays(1);
    private static readonly ResponseTarget ClientDefault = new ResponseTarget.BusinessDays(2);

    /// <summary>Checks and takes a definition.</summary>
    /// <param name="definition">The policy as it is written down.</param>
    /// <param name="version">Its version, from 1.</param>
    /// <exception cref="InvalidDefinitionException">It has errors: all of them, warnings included.</exception>
    public ApprovalPolicy(ApprovalPolicyDefinition definition, int version = 1)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        var findings = Validate(definition);
        if (findings.Any(f => f.Severity == FindingSeverity.Error))
        {
            throw new InvalidDefinitionException(findings);
        }

        (Definition, Version, Warnings) = (definition, version, findings);
    }

    /// <summary>What was written down.</summary>
    public ApprovalPolicyDefinition Definition { get; }

    /// <summary>The version, from 1: stored with every decision.</summary>
    public int Version { get; }

    /// <summary>What people should read about it; nothing of it refuses anything.</summary>
    public IReadOnlyList<Finding> Warnings { get; }

    /// <summary>The steps, in order.</summary>
    public IReadOnlyList<ApprovalStep> Steps => Definition.Steps;

    /// <summary>All faults at once, with paths such as <c>steps[1].quorum</c>; empty when there are none.</summary>
    public static IReadOnlyList<Finding> Validate(ApprovalPolicyDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return PolicyRules.Check(definition);
    }

    /// <summary>The lead time of a step for such a subject.</summary>
    /// <param name="step">The step's number, from 0.</param>
    /// <param name="kind">What is approved.</param>
    public ResponseTarget LeadTimeOf(int step, ApprovalSubjectKind kind) => Steps[step].DueIn
        ?? (kind == ApprovalSubjectKind.Reply ? Definition.ReplyDueIn : Steps[step].IsClients ? ClientDefault : AgencyDefault);

    /// <summary>The least assurance that a decision needs.</summary>
    public AssuranceLevel MinimumAssurance(RiskClass risk)
        => risk == RiskClass.High ? AssuranceLevel.SignedIn : Definition.LinkIsEnough ? AssuranceLevel.Link : AssuranceLevel.Verified;

    /// <summary>Whether nothing passes without a decision of the agency and one of the client.</summary>
    public bool NeedsBothSides => Steps.Any(s => IsCertain(s, true)) && Steps.Any(s => IsCertain(s, false));

    internal CalendarId? CalendarOf(int step) => Steps[step].Calendar ?? (Steps[step].IsClients ? Definition.ClientCalendar : Definition.AgencyCalendar);

    /// <summary>Whether the step cannot pass without that side.</summary>
    private static bool IsCertain(ApprovalStep step, bool clients) => step.Quorum is Quorum.AllOf
        ? step.Approvers.Any(a => a.IsClients == clients)
        : step.Approvers.All(a => a.IsClients == clients);
}
