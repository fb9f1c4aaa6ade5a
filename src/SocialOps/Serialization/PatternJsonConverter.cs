using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace SocialOps.Serialization;

/// <summary>Writes a NodaTime value by one invariant pattern.</summary>
internal abstract class PatternJsonConverter<T>(IPattern<T> pattern) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        var result = pattern.Parse(text!);
        return result.Success ? result.Value : throw new JsonException($"'{text}' is not a {typeof(T).Name}.", result.Exception);
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(pattern.Format(value));

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader, typeToConvert, options);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(pattern.Format(value));
}

internal sealed class InstantJsonConverter() : PatternJsonConverter<Instant>(InstantPattern.ExtendedIso);

internal sealed class DurationJsonConverter() : PatternJsonConverter<Duration>(DurationPattern.JsonRoundtrip);

internal sealed class LocalDateJsonConverter() : PatternJsonConverter<LocalDate>(LocalDatePattern.Iso);

internal sealed class LocalTimeJsonConverter() : PatternJsonConverter<LocalTime>(LocalTimePattern.ExtendedIso);

internal sealed class LocalDateTimeJsonConverter() : PatternJsonConverter<LocalDateTime>(LocalDateTimePattern.ExtendedIso);

internal sealed class PeriodJsonConverter() : PatternJsonConverter<Period>(PeriodPattern.Roundtrip);
