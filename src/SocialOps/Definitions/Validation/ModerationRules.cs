using SocialOps.Channels;
using SocialOps.People;
using SocialOps.Responses;
using SocialOps.Responses.Policies;

namespace SocialOps.Definitions.Validation;

/// <summary>What is to be done to others' posts: never to criticism, with the netiquette's reason, and only where the channel can do it (requirement 1.9).</summary>
internal static class ModerationRules
{
    public static void Check(string path, ResponsePolicyDefinition policy, AgencyDefinition agency, Findings findings)
    {
        var accounts = agency.Clients.Where(c => c.Agreement.Policy == policy.Id).SelectMany(c => c.Accounts, (client, account) => (client.Id, account)).ToList();
        for (var i = 0; i < policy.Patterns.Count; i++)
        {
            var pattern = policy.Patterns[i];
            for (var step = 0; step < pattern.Steps.Count; step++)
            {
                if (pattern.Steps[step].Moderation is { } action)
                {
                    CheckStep($"{path}.patterns[{i}].steps[{step}]", pattern, pattern.Steps[step], findings);
                    GuidelineRules.CheckReason($"{path}.patterns[{i}].steps[{step}]", pattern.Steps[step].Reason, agency, findings);
                    foreach (var (client, account) in accounts.Where(a => Reaches(policy, pattern, a.Id, a.account)))
                    {
                        CheckChannel($"{path}.patterns[{i}].steps[{step}]", action, client, account, findings);
                    }
                }
            }
        }
    }

    private static void CheckStep(string path, ActionPattern pattern, ActionStep step, Findings findings)
    {
        if (string.IsNullOrWhiteSpace(step.Reason))
        {
            findings.Error(path, $"{step.Kind} needs a reason; write which rule of the netiquette is broken.");
        }

        if (step.Kind != ActionKind.Report && !pattern.Category.IsSilenceable())
        {
            findings.Error(path, $"{pattern.Category} is answered, not silenced; take {step.Kind} out.");
        }
    }

    private static void CheckChannel(string path, ModerationAction action, ClientId client, ChannelAccountDefinition account, Findings findings)
    {
        switch (NetworkModeration.Ask(account.Network, action))
        {
            case ModerationAnswer.NotSupported no:
                findings.Error(path, $"{action} is impossible on {account.Network} ('{account.Id}' of '{client}'): {no.Reason}. Use {no.Alternative.ToString().ToLowerInvariant()} there: give it a pattern of its own with network: {account.Network}.");
                break;
            case ModerationAnswer.Unknown:
                findings.Warning(path, $"whether {account.Network} ('{account.Id}' of '{client}') can {action.ToString().ToLowerInvariant()} is not known; look it up before you rely on it.");
                break;
        }
    }

    /// <summary>Some item of that account gets this pattern: no earlier one takes all of them.</summary>
    private static bool Reaches(ResponsePolicyDefinition policy, ActionPattern pattern, ClientId client, ChannelAccountDefinition account)
    {
        var facts = new ItemFacts(account.Network) { Client = client, Account = account.Id };
        return pattern.Scope.Covers(facts)
            && !PatternBook.Order(policy.Patterns).TakeWhile(p => !ReferenceEquals(p, pattern)).Any(p => p.Scope.Covers(facts) && p.Includes(pattern));
    }
}
