using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SocialOps.OnCall;

namespace SocialOps.Console.OnCall;

/// <summary>Answers and shifts for machines.</summary>
internal static class DutyJson
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Answer(OnCallExplanation explained, bool withSteps) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("at", explained.At.ToString());
        Duty(json, explained.Answer);
        if (withSteps)
        {
            json.WriteStartArray("because");
            explained.Steps.ToList().ForEach(step => json.WriteStringValue(step.Text));
            json.WriteEndArray();
        }

        json.WriteEndObject();
    });

    public static string Shifts(IEnumerable<Shift> shifts) => Write(json =>
    {
        json.WriteStartArray();
        foreach (var shift in shifts)
        {
            json.WriteStartObject();
            json.WriteString("from", shift.From.ToString());
            json.WriteString("to", shift.To.ToString());
            Duty(json, shift.Answer);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void Duty(Utf8JsonWriter json, OnCallAnswer answer)
    {
        json.WriteStartArray("onDuty");
        answer.OnDuty.ToList().ForEach(person => json.WriteStringValue(person.Value));
        json.WriteEndArray();
        if (answer.Gap is { } gap)
        {
            json.WriteString("gap", gap.ToString());
        }
    }

    private static string Write(Action<Utf8JsonWriter> body)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            body(json);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
