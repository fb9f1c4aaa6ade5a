using System.Text;
using System.Text.Json;
using SocialOps.Testing.Connectors;

namespace SocialOps.FakeNetwork;

/// <summary>What is asked: one JSON object a line.</summary>
public sealed record Ask(
    string Op,
    string? Network = null,
    string? Account = null,
    string? Key = null,
    string? Text = null,
    string? InReplyTo = null,
    long SentAt = 0,
    double Chaos = 0,
    string? Folder = null,
    IReadOnlyList<NetworkFault>? Faults = null,
    IReadOnlyList<Delivery>? Deliveries = null);

/// <summary>What is answered; the status is as in HTTP, <c>RetryAfter</c> in seconds.</summary>
public sealed record Answer(int Status, string? Id = null, string? Error = null, double RetryAfter = 0, IReadOnlyList<NetworkPost>? Posts = null, int Waiting = 0);

/// <summary>Something that the network shows its clients; delivered until it is acknowledged, now and then again, in no certain order.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Kind">What it is: <c>item</c>, or what a person does.</param>
/// <param name="Body">The rest.</param>
public sealed record Delivery(int Number, string Kind, string Body);

/// <summary>What the network has seen, a line of its journal.</summary>
public sealed record Entry(string What, long At, string? Network = null, string? Account = null, string? Key = null, string? Id = null, string? Text = null, string? InReplyTo = null, long SentAt = 0, int Number = 0);

/// <summary>JSON, a line each.</summary>
public static class Wire
{
    public static ReadOnlyMemory<byte> Line<T>(T message) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(message) + "\n");

    public static T? Read<T>(string? line)
        where T : class
        => line is null ? null : JsonSerializer.Deserialize<T>(line);
}
