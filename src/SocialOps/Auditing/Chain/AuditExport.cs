using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.Auditing.Chain;
using SocialOps.Serialization;
using SocialOps.Storage;

namespace SocialOps.Auditing;

/// <summary>An audit chain as lines of JSON, which <see cref="AuditService.ExportAsync"/> writes.</summary>
public static class AuditExport
{
    private const string Format = "SocialOps.audit.v1";

    /// <summary>Checks an export by itself: every line follows from the one before, and the last names the head.</summary>
    /// <param name="export">The text; it is not closed.</param>
    /// <param name="anchor">A head that was kept elsewhere; without one a text that was written anew as a whole is not seen.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async ValueTask<AuditVerification> VerifyAsync(Stream export, AuditHead? anchor = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(export);
        using var reader = new StreamReader(export, leaveOpen: true);
        if (await LineAsync(reader, cancellationToken).ConfigureAwait(false) is not { Format: Format, Tenant: { Length: > 0 } tenant })
        {
            return new(0, new(0, ""), [new(0, $"The first line is not that of an export: it says \"format\":\"{Format}\" and the tenant.")]);
        }

        using var chain = new AuditChain(new TenantId(tenant));
        var isAnchored = anchor is null or { Sequence: 0 };
        while (true)
        {
            var next = chain.Sequence + 1;
            switch (await LineAsync(reader, cancellationToken).ConfigureAwait(false))
            {
                case { Event: { } one, Hash: { } hash } when one.Sequence == next:
                    var before = chain.Head;
                    chain.Next(one);
                    if (chain.Head.Hash != hash || (anchor?.Sequence == next && !string.Equals(anchor.Hash, hash, StringComparison.OrdinalIgnoreCase)))
                    {
                        return Broken(before, next, $"Event {next} is not what was exported.");
                    }

                    isAnchored |= anchor?.Sequence == next;
                    break;
                case { Head: { } head } when head == chain.Head && isAnchored:
                    return new(chain.Sequence, chain.Head, []);
                default:
                    return Broken(chain.Head, next, $"After event {chain.Sequence} comes neither event {next} nor an end that agrees with it{(isAnchored ? "" : " and with the anchor")}.");
            }
        }
    }

    internal static async ValueTask<AuditHead> WriteAsync(IStoreTransaction transaction, Stream target, Instant now, CancellationToken cancellationToken)
    {
        var (head, _) = await AuditSealer.HeadAsync(transaction, cancellationToken).ConfigureAwait(false);
        await WriteAsync(target, new() { Format = Format, Tenant = transaction.Tenant.Value, ExportedAt = now }, cancellationToken).ConfigureAwait(false);
        using var chain = new AuditChain(transaction.Tenant);
        while (chain.Sequence < head.Sequence)
        {
            var page = await transaction.QueryAuditAsync(new AuditQuery(Limit: 500, Continue: AuditPages.After(chain.Sequence)), cancellationToken).ConfigureAwait(false);
            if (page.Items is [var first, ..] ? first.Sequence != chain.Sequence + 1 : true)
            {
                throw new InvalidDataException($"Audit event {chain.Sequence + 1} is missing; AuditService.VerifyAsync tells more. Compare with a backup.");
            }

            foreach (var one in page.Items.TakeWhile(e => e.Sequence <= head.Sequence))
            {
                chain.Next(one);
                await WriteAsync(target, new() { Event = one, Hash = chain.Head.Hash }, cancellationToken).ConfigureAwait(false);
            }
        }

        await WriteAsync(target, new() { Head = chain.Head }, cancellationToken).ConfigureAwait(false);
        return chain.Head;
    }

    private static AuditVerification Broken(AuditHead head, long sequence, string message) => new(head.Sequence, head, [new(sequence, $"{message} Compare with another copy.")]);

    private static async ValueTask WriteAsync(Stream target, AuditLine line, CancellationToken cancellationToken)
    {
        await JsonSerializer.SerializeAsync(target, line, AuditExportJson.Default.AuditLine, cancellationToken).ConfigureAwait(false);
        await target.WriteAsync("\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<AuditLine?> LineAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line ? JsonSerializer.Deserialize(line, AuditExportJson.Default.AuditLine) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A line of an export: the beginning, an event, or the end.</summary>
internal sealed record AuditLine
{
    public string? Format { get; init; }

    public string? Tenant { get; init; }

    public Instant? ExportedAt { get; init; }

    public AuditEvent? Event { get; init; }

    public string? Hash { get; init; }

    public AuditHead? Head { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(InstantJsonConverter)])]
[JsonSerializable(typeof(AuditLine))]
internal sealed partial class AuditExportJson : JsonSerializerContext;
