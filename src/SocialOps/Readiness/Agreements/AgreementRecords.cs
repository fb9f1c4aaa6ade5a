using System.Text.Json.Serialization;
using SocialOps.Content;
using SocialOps.People;
using SocialOps.Serialization;
using SocialOps.ServicePackages;
using SocialOps.Storage;

namespace SocialOps.Readiness.Agreements;

/// <summary>How agreements are kept.</summary>
internal static class AgreementRecords
{
    /// <summary>Slot 1: by client, the first quote's time within.</summary>
    public static readonly RecordKind<Agreement> Agreements = new("agreement", 1, AgreementJson.Default.Agreement, a => a.Id.Value, a => new RecordIndexes($"{a.Client}/{IndexText.Of(a.Quotes[0].QuotedAt)}"));

    /// <summary>Which agreement a mail accepted: a mail accepts once.</summary>
    public static readonly RecordKind<AcceptedMail> Mails = new("agreement-mail", 1, AgreementJson.Default.AcceptedMail, m => QuoteMail.KeyOf(m.MessageId));

    /// <summary>Slot 1: by client and day.</summary>
    public static readonly RecordKind<GoodwillEntry> Goodwill = new("goodwill", 1, AgreementJson.Default.GoodwillEntry, g => g.Id, g => new RecordIndexes($"{g.Client}/{g.Use.On:uuuu-MM-dd}"));
}

/// <summary>A mail that accepted something.</summary>
internal sealed record AcceptedMail(string MessageId, AgreementId Agreement, int Quote);

/// <summary>Something that was done as goodwill (requirement 0.5).</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Client">For which client.</param>
/// <param name="Use">What, and on which day.</param>
/// <param name="Note">What exactly, for people.</param>
/// <param name="By">Who did it.</param>
internal sealed record GoodwillEntry(string Id, ClientId Client, GoodwillUse Use, string Note, Actor By);

[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    AllowOutOfOrderMetadataProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(InstantJsonConverter), typeof(DurationJsonConverter), typeof(LocalDateJsonConverter), typeof(LocalTimeJsonConverter), typeof(PeriodJsonConverter)])]
[JsonSerializable(typeof(Agreement))]
[JsonSerializable(typeof(AcceptedMail))]
[JsonSerializable(typeof(GoodwillEntry))]
[JsonSerializable(typeof(QuoteTerms))]
[JsonSerializable(typeof(PackageDefinition))]
internal sealed partial class AgreementJson : JsonSerializerContext;
