using System.Text.Json;
using NodaTime;
using SocialOps.Guidelines;
using SocialOps.People;
using SocialOps.Serialization;
using SocialOps.ServicePackages;

namespace SocialOps.Definitions;

/// <summary>What somebody reads before they work for a client (requirement 1.7), as it is now.</summary>
/// <param name="Client">The client.</param>
/// <param name="Version">The version that is confirmed.</param>
/// <param name="Guideline">The client's guideline; <see langword="null"/> where none is defined.</param>
/// <param name="Package">Its package.</param>
/// <param name="Contacts">Whom to reach there.</param>
/// <param name="Special">What is special.</param>
/// <param name="Hash">SHA-256 over the canonical JSON of all of it, the guideline's hash included, in lower-case hex.</param>
public sealed record Briefing(ClientId Client, int Version, GuidelineDocument? Guideline, PackageDefinition Package, IReadOnlyList<ClientContact> Contacts, IReadOnlyList<string> Special, string Hash)
{
    /// <exception cref="NotFoundException">The client has no briefing.</exception>
    internal static Briefing Of(AgencySnapshot agency, ClientDefinition client)
    {
        var definition = client.Briefing ?? throw new NotFoundException("briefing of client", client.Id.Value);
        var (guideline, package) = (agency.FindGuidelineOf(client), agency.GetPackage(client.Agreement.Package));
        var content = new BriefingContent(client.Id, definition.Version, guideline?.Id.Value, guideline?.Hash, package, client.Contacts, definition.Special);
        var hash = CanonicalJson.HashOf(CanonicalJson.Of(JsonSerializer.SerializeToElement(content, DefinitionJson.Default.BriefingContent)));
        return new(client.Id, definition.Version, guideline, package, client.Contacts, definition.Special, hash);
    }
}

/// <summary>Who has read a client's briefing, and who has to.</summary>
/// <param name="Person">The person.</param>
/// <param name="Confirmed">The version that they confirmed last; <see langword="null"/> for none.</param>
/// <param name="Missing">The version that they have to read; <see langword="null"/> when they have read the present one.</param>
/// <param name="RequiredFrom">Since when, or from when on, they are not assignable without it; in the past where it is required by now.</param>
public sealed record BriefingStanding(PersonId Person, int? Confirmed, int? Missing, Instant? RequiredFrom);

/// <summary>What is hashed.</summary>
internal sealed record BriefingContent(ClientId Client, int Version, string? Guideline, string? GuidelineHash, PackageDefinition Package, IReadOnlyList<ClientContact> Contacts, IReadOnlyList<string> Special);
