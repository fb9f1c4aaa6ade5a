using SocialOps.Responses;
using SocialOps.Responses.Text;

namespace SocialOps.Definitions.Validation;

/// <summary>Answers state facts: they have a source, an owner, and an approval of exactly these words (requirement 4.2).</summary>
internal static class PoolRules
{
    private const int ShortestHash = 8;
    private const int GoodRotation = 3;

    public static void Check(string path, SavedReplyDefinition reply, AgencyDefinition agency, Names names, Findings findings)
    {
        for (var i = 0; i < reply.Questions.Count; i++)
        {
            if (FoldedText.WordsOf(reply.Questions[i] ?? "").Count == 0)
            {
                findings.Error($"{path}.questions[{i}]", $"'{reply.Questions[i]}' has no words; write a question as people ask it.");
            }
        }

        if (reply.FactOwner is { } owner && !names.People.Contains(owner) && !agency.Clients.Any(c => c.Contacts.Any(contact => contact.Id == owner)))
        {
            findings.Error($"{path}.factOwner", $"'{owner}' is neither a person of the agency nor a client's contact; name who vouches for the facts.");
        }

        CheckApproval(path, reply, findings);
        if (reply.Questions.Count > 0)
        {
            CheckAnswer(path, reply, findings);
        }
    }

    private static void CheckApproval(string path, SavedReplyDefinition reply, Findings findings)
    {
        if (reply.Approval is not { } approval)
        {
            return;
        }

        var hash = reply.ComputeHash();
        if (approval.Hash.Length < ShortestHash || !hash.StartsWith(approval.Hash, StringComparison.OrdinalIgnoreCase))
        {
            findings.Error($"{path}.approval", $"'{approval.Hash}' is not the hash of these words, which is {hash[..ShortestHash]}: they have changed since {approval.By} approved them. Have them approved again and write that hash.");
        }

        if (reply.ValidUntil < approval.On)
        {
            findings.Error($"{path}.validUntil", $"{reply.ValidUntil:uuuu-MM-dd} is before the approval of {approval.On:uuuu-MM-dd}; write a later day.");
        }
    }

    private static void CheckAnswer(string path, SavedReplyDefinition reply, Findings findings)
    {
        if (string.IsNullOrWhiteSpace(reply.FactSource))
        {
            findings.Error($"{path}.factSource", $"'{reply.Id}' answers questions; write where its facts come from.");
        }

        if (reply.FactOwner is null)
        {
            findings.Error($"{path}.factOwner", $"'{reply.Id}' answers questions; write who vouches for its facts.");
        }

        if (reply.Approval is null)
        {
            findings.Error($"{path}.approval", $"'{reply.Id}' answers questions and was not approved; when it is, write who did on which day, and the hash {reply.ComputeHash()[..ShortestHash]}.");
        }

        if (reply.Texts.Count + reply.Variants.Count < GoodRotation)
        {
            findings.Warning($"{path}.texts", $"'{reply.Id}' has {reply.Texts.Count + reply.Variants.Count} wording(s), and none goes twice into a thread; write at least {GoodRotation}.");
        }
    }
}
