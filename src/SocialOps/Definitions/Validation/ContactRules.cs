using SocialOps.People;

namespace SocialOps.Definitions.Validation;

/// <summary>Whether somebody can be reached by what is written.</summary>
internal static class ContactRules
{
    public static void Check(string path, IReadOnlyList<ContactMethod> contacts, Findings findings)
    {
        for (var i = 0; i < contacts.Count; i++)
        {
            var (kind, address) = contacts[i];
            var place = $"{path}[{i}]";
            if (!Identifier.IsWellFormed(kind))
            {
                findings.Error(place, $"'{kind}' is not a way to reach somebody; write one word, e.g. mail, phone or sms.");
            }
            else if (string.IsNullOrWhiteSpace(address))
            {
                findings.Error(place, $"the {kind} address is empty; write one or take it out.");
            }
            else if (kind == "mail" && !IsMail(address))
            {
                findings.Error(place, $"'{address}' is not a mail address; write one like lena@studio.example.");
            }
            else if (kind is "phone" or "sms" && address.Count(char.IsAsciiDigit) < 3)
            {
                findings.Error(place, $"'{address}' is not a telephone number; write one like +49 40 5550 0101.");
            }
        }
    }

    private static bool IsMail(string address)
        => address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at == address.LastIndexOf('@') && at < address.Length - 1 && !address.Any(char.IsWhiteSpace);
}
