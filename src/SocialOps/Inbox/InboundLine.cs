using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SocialOps.Channels;
using SocialOps.Serialization;

namespace SocialOps.Inbox;

/// <summary>
/// The library's own inbound format: one JSON object with <c>network</c>, <c>id</c>, <c>at</c> (ISO 8601, UTC), <c>author</c>, <c>text</c> and, where known, <c>account</c>, <c>kind</c>,
/// <c>thread</c>, <c>inReplyTo</c>, <c>counters{likes,comments,shares}</c>.
/// A line with <c>editedAt</c> brings a newer text of an item, one with <c>deletedAt</c> says that it was withdrawn (without author and text). Unknown members are ignored.
/// </summary>
public static class InboundLine
{
    /// <summary>The format's name.</summary>
    public const string Format = "socialops.line.v1";

    private const int MaxIdLength = 150;
    private const int MaxAuthorLength = 200;
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>Reads one line and tells everything that is wrong with it.</summary>
    /// <param name="bytes">The line, UTF-8.</param>
    /// <returns>Its errors, which put it into quarantine, and its warnings, with which it is taken; each names the member, the value and the way out. Empty for a good line.</returns>
    public static IReadOnlyList<Finding> Check(ReadOnlyMemory<byte> bytes) => Read(bytes).Findings;

    /// <summary>When a line says that it was written, or <see langword="null"/> where that cannot be read.</summary>
    /// <param name="bytes">The line, UTF-8.</param>
    public static Instant? FindWrittenAt(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("at", out var at)
                && at.ValueKind == JsonValueKind.String
                && OffsetDateTimePattern.ExtendedIso.Parse(at.GetString()!) is { Success: true } result
                && IsPlausible(result.Value)
                ? result.Value.ToInstant()
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsPlausible(OffsetDateTime written) => written.Year is >= 2000 and < 2200;

    internal static (InboundFact? Fact, IReadOnlyList<Finding> Findings) Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > InboundDelivery.MaxBytes)
        {
            return (null, [Finding.Error("", $"{bytes.Length} bytes; a delivery has at most {InboundDelivery.MaxBytes}.")]);
        }

        try
        {
            using var document = JsonDocument.Parse(bytes, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new Reader(document.RootElement).Read()
                : (null, [Finding.Error("", $"a JSON {document.RootElement.ValueKind} stands where an object is expected, e.g. {{\"network\":\"x\",\"id\":\"1\",\"at\":\"2026-01-09T15:04:05Z\",\"author\":\"a\",\"text\":\"t\"}}.")]);
        }
        catch (JsonException exception)
        {
            return (null, [Finding.Error("", $"not JSON at byte {exception.BytePositionInLine}: a quote, a comma, a colon or a bracket is missing there, or something stands there that is no JSON.")]);
        }
        catch (InvalidOperationException)
        {
            return (null, [Finding.Error("", "not UTF-8: save the file as UTF-8.")]);
        }
    }

    private sealed class Reader(JsonElement root)
    {
        private readonly List<Finding> _findings = [];
        private readonly List<Finding> _warnings = [];

        public (InboundFact? Fact, IReadOnlyList<Finding> Findings) Read()
        {
            var (edited, deleted) = (Moment("editedAt"), Moment("deletedAt"));
            var (network, id) = (Network(), Id("id"));
            var author = deleted is null || root.TryGetProperty("author", out _) ? Author() : new SafeText("", false, false);
            var text = deleted is null ? Text() : new SafeText("", false, false);
            var at = At("at");
            var kind = Kind();
            var (account, thread, reply) = (Optional("account"), Optional("thread"), Optional("inReplyTo"));
            var counters = Counters();
            return _findings.Count > 0
                ? (null, _findings)
                : (new InboundFact
                {
                    Network = Networks.Canonical(network.Value),
                    ExternalId = id.Value,
                    Author = author.Value,
                    Text = text.Value,
                    TextWasChanged = text.WasRepaired || text.WasTruncated,
                    WrittenAt = at,
                    Kind = kind,
                    Account = account is null ? null : new(account),
                    Thread = thread,
                    InReplyTo = reply,
                    Counters = counters,
                    EditedAt = edited,
                    DeletedAt = deleted,
                }, _warnings);
        }

        private SafeText Network()
        {
            var text = Required("network");
            if (text.Value is not null && (text.Value.Length is 0 or > 40 || !text.Value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')))
            {
                Fault("network", $"'{Shorten(text.Value)}' is not a network's id: 1 to 40 ASCII letters, digits, '-', '_' or '.'.");
            }

            return text;
        }

        /// <summary>An author stands in notices and audit events: at most 200 characters of it are kept.</summary>
        private SafeText Author()
        {
            var text = Required("author");
            return text.Value is { Length: > MaxAuthorLength } ? text with { Value = SafeText.From(text.Value[..MaxAuthorLength]).Value } : text;
        }

        private SafeText Id(string name)
        {
            var text = Required(name);
            if (text.Value is not null && (text.Value.Length is 0 or > MaxIdLength || text.WasRepaired))
            {
                Fault(name, $"'{Shorten(text.Value)}' is not an id: 1 to {MaxIdLength} well-formed characters.");
            }

            return text;
        }

        private SafeText Text()
        {
            var text = Required("text");
            if (text.WasRepaired)
            {
                _warnings.Add(Finding.Warning("text", "characters that no text can hold (U+0000, half a surrogate pair) are shown as \uFFFD; the raw bytes are kept."));
            }

            if (text.WasTruncated)
            {
                _warnings.Add(Finding.Warning("text", $"only the first {SafeText.MaxBytes} bytes are shown; the raw bytes are kept."));
            }

            return text;
        }

        private SafeText Required(string name)
        {
            if (!root.TryGetProperty(name, out var element))
            {
                Fault(name, "is missing.");
                return default;
            }

            if (element.ValueKind == JsonValueKind.Number && name == "id")
            {
                return new(element.GetRawText(), false, false);
            }

            if (element.ValueKind != JsonValueKind.String)
            {
                Fault(name, $"{Shorten(element.GetRawText())} stands where a text is expected.");
                return default;
            }

            return SafeText.From(TextOf(element));
        }

        private string? Optional(string name)
        {
            if (!root.TryGetProperty(name, out var element) || element.ValueKind == JsonValueKind.Null)
            {
                return null;
            }

            var text = Required(name).Value;
            if (text is { Length: 0 or > MaxIdLength })
            {
                Fault(name, $"'{Shorten(text)}' is not an id: 1 to {MaxIdLength} characters.");
            }

            return text;
        }

        private Instant? Moment(string name) => root.TryGetProperty(name, out var element) && element.ValueKind != JsonValueKind.Null ? At(name) : null;

        private Instant At(string name)
        {
            if (Required(name).Value is not { } text)
            {
                return default;
            }

            var result = OffsetDateTimePattern.ExtendedIso.Parse(text);
            if (!result.Success)
            {
                Fault(name, $"'{Shorten(text)}' is not an instant; write it as 2026-01-09T15:04:05Z.");
                return default;
            }

            if (!IsPlausible(result.Value))
            {
                Fault(name, $"'{Shorten(text)}' lies outside of the years 2000 to 2199.");
                return default;
            }

            var at = result.Value.ToInstant();
            return Instant.FromUnixTimeTicks(at.ToUnixTimeTicks() / 10 * 10);
        }

        private ItemKind Kind()
        {
            if (Optional("kind") is not { } text)
            {
                return ItemKind.Comment;
            }

            if (Enum.TryParse<ItemKind>(text, true, out var kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(text[0]))
            {
                return kind;
            }

            Fault("kind", $"'{Shorten(text)}' is none of {string.Join(", ", Enum.GetNames<ItemKind>())}.");
            return default;
        }

        private ItemCounters Counters()
        {
            if (!root.TryGetProperty("counters", out var element) || element.ValueKind == JsonValueKind.Null)
            {
                return default;
            }

            if (element.ValueKind != JsonValueKind.Object)
            {
                Fault("counters", $"{Shorten(element.GetRawText())} stands where an object {{likes,comments,shares}} is expected.");
                return default;
            }

            return new(Counter(element, "likes"), Counter(element, "comments"), Counter(element, "shares"));
        }

        private long Counter(JsonElement counters, string name)
        {
            if (!counters.TryGetProperty(name, out var element))
            {
                return 0;
            }

            if (element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var value) && value >= 0)
            {
                return value;
            }

            Fault($"counters.{name}", $"{Shorten(element.GetRawText())} is not a whole number from 0 up.");
            return 0;
        }

        private void Fault(string path, string message) => _findings.Add(Finding.Error(path, message));

        /// <summary>The text of an element, lone surrogates included: <see cref="JsonElement.GetString"/> throws on those.</summary>
        private static string TextOf(JsonElement element)
        {
            try
            {
                return element.GetString()!;
            }
            catch (InvalidOperationException)
            {
                return JsonText.Unescape(element.GetRawText());
            }
        }

        private static string Shorten(string text)
        {
            var safe = SafeText.From(text).Value;
            return safe.Length <= 60 ? safe : string.Concat(safe.EnumerateRunes().Take(57).Select(r => r.ToString())) + "...";
        }
    }
}
