using SocialOps.Approvals;
using SocialOps.People;

namespace SocialOps.ServicePackages;

/// <summary>How content is usually approved; <see cref="ApprovalPresets.ToPolicy"/> makes the policy of it.</summary>
public enum ApprovalPreset
{
    /// <summary>One person does it all; every decision says so (requirement 2.17).</summary>
    Solo,

    /// <summary>Somebody of the agency other than the author.</summary>
    FourEyes,

    /// <summary>The client decides alone (requirement 0.6: the beginning).</summary>
    Client,

    /// <summary>First somebody of the agency, then the client.</summary>
    AgencyThenClient,

    /// <summary>First the agency for the craft, then the client for the facts (requirement 4.3).</summary>
    CraftAndFacts,
}

/// <summary>The presets as policies. Pure.</summary>
public static class ApprovalPresets
{
    /// <summary>The policy of a preset.</summary>
    /// <param name="preset">The preset.</param>
    /// <param name="id">The policy's id.</param>
    public static ApprovalPolicyDefinition ToPolicy(this ApprovalPreset preset, ApprovalPolicyId id) => preset switch
    {
        ApprovalPreset.Solo => new() { Id = id, Steps = [Agency()], SoloMode = true, AuthorMayApprove = true },
        ApprovalPreset.FourEyes => new() { Id = id, Steps = [Agency()] },
        ApprovalPreset.Client => new() { Id = id, Steps = [Client()] },
        ApprovalPreset.AgencyThenClient => new() { Id = id, Steps = [Agency(), Client()] },
        _ => new() { Id = id, Steps = [Agency() with { Concern = ApprovalConcern.Form }, Client() with { Concern = ApprovalConcern.Fact }] },
    };

    private static ApprovalStep Agency() => new() { Name = "agency", Approvers = [new ApproverSelector.Role(PersonRole.Approver)] };

    private static ApprovalStep Client() => new() { Name = "client", Approvers = [ApproverSelector.ClientApprover] };
}
