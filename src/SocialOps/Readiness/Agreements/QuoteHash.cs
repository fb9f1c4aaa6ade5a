using System.Text.Json;
using SocialOps.Serialization;
using SocialOps.ServicePackages;

namespace SocialOps.Readiness.Agreements;

/// <summary>Hashes of what is offered: equal content has an equal hash, however it was written down. Pure.</summary>
public static class QuoteHash
{
    /// <summary>SHA-256 of the terms' canonical JSON, lower-case hex.</summary>
    public static string Of(QuoteTerms terms) => Of(JsonSerializer.SerializeToElement(terms, AgreementJson.Default.QuoteTerms));

    /// <summary>SHA-256 of the package's canonical JSON, lower-case hex.</summary>
    public static string Of(PackageDefinition package) => Of(JsonSerializer.SerializeToElement(package, AgreementJson.Default.PackageDefinition));

    private static string Of(JsonElement element) => CanonicalJson.HashOf(CanonicalJson.Of(element));
}
