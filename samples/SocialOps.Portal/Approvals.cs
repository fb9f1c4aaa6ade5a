using System.Text.Json.Serialization;
using SocialOps.Approvals;
using SocialOps.People;

namespace SocialOps.Portal;

/// <summary>What waits for somebody's yes.</summary>
/// <param name="Request">The request.</param>
/// <param name="Client">Whose it is.</param>
/// <param name="Subject">What is to be approved.</param>
/// <param name="DueAt">Until when, as ISO 8601 in UTC.</param>
public sealed record Waiting(string Request, string Client, string Subject, string DueAt);

/// <summary>A decision by the link of a mail.</summary>
/// <param name="Token">What the link carries. It comes in the body: an address is written into logs.</param>
/// <param name="Code">The six digits of the mail.</param>
/// <param name="Kind">What is decided.</param>
/// <param name="Comment">Why, where it is not a plain yes.</param>
public sealed record Decision(string Token, string? Code, [property: JsonConverter(typeof(JsonStringEnumConverter<DecisionKind>))] DecisionKind Kind, string? Comment = null);

/// <summary>The approvals of a portal.</summary>
internal static class Approvals
{
    public static async Task<IReadOnlyList<Waiting>> PendingAsync(string person, ISocialOps ops)
    {
        var page = await ops.Default.Approvals.QueryPendingAsync(new Recipient.OfAgency(new(person)));
        return [.. page.Items.Select(p => new Waiting(p.Request.Value, p.Client.Value, p.SubjectId, p.DueAt.ToString()))];
    }

    /// <summary>Every refusal looks alike, whatever its reason: the audit has it.</summary>
    public static async Task<IResult> UseAsync(Decision decision, ISocialOps ops, HttpContext context)
    {
        var use = new TokenUse(decision.Token, decision.Kind, context.Connection.RemoteIpAddress?.ToString() ?? "unknown") { Code = decision.Code, Comment = decision.Comment };
        var answer = await ops.Default.Approvals.Tokens.UseAsync(use);
        return answer.IsDecided ? Results.Ok() : Results.StatusCode(StatusCodes.Status403Forbidden);
    }
}
