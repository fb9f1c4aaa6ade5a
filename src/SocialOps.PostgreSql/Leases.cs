using NodaTime;
using SocialOps.Relational;
using SocialOps.Work;

namespace SocialOps.PostgreSql;

/// <summary>Leases as the database takes them.</summary>
internal static class Leases
{
    /// <summary>Whole microseconds; a lease is never shorter than asked for.</summary>
    public static long Microseconds(Duration length) => (long)Math.Ceiling(length.TotalNanoseconds / 1_000);

    public static string Json(IReadOnlyCollection<WorkLease> leases) => JsonText.Of(json =>
    {
        json.WriteStartArray();
        foreach (var lease in leases)
        {
            json.WriteStartObject();
            json.WriteNumber("id", lease.WorkId);
            json.WriteNumber("fence", lease.Fence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
