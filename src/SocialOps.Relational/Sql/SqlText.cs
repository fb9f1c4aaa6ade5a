using System.Data;

namespace SocialOps.Relational.Sql;

/// <summary>One SQL text of the catalogue and the order in which its parameters are given.</summary>
/// <param name="Number">Its place in the catalogue, from 0.</param>
/// <param name="Text">The statement.</param>
/// <param name="Parameters">The parameters' names without the sign, in the order of binding.</param>
internal sealed record SqlText(int Number, string Text, IReadOnlyList<string> Parameters)
{
    /// <summary>A parameter's type goes with its name: the same name means the same thing in every text.</summary>
    public static DbType TypeOf(string parameter) => parameter switch
    {
        "tenant" or "kind" or "id" or "ix1" or "ix2" or "ix3" or "ix4" or "from" or "to" or "value" or "name" or "subject" or "dedupe" or "error" or "owner"
            or "kinds" or "turns" or "leases" or "events" or "actor" or "via" or "action" or "detail" or "checksum" or "xact" => DbType.String,
        "version" or "body_version" or "class" or "state" or "due" or "to_due" or "work" or "fence" or "payload_version" or "limit" or "now" or "lease_now" or "until" or "length"
            or "seq" or "at" or "actor_kind" or "number" => DbType.Int64,
        "body" or "payload" => DbType.Binary,
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter, "A new parameter name needs its type here."),
    };
}
