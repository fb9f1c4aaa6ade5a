using SocialOps.Console.Desk;
using SocialOps.Inbox;

namespace SocialOps.Console.Live;

/// <summary>A case in a line or two.</summary>
internal static class CaseText
{
    public static string Of(Case found, Names names)
    {
        if (found.ClosedAt is { } at)
        {
            return $"{found.Category} by {found.Author}: closed {names.When(at)} ({found.CloseReason}), {found.Replies} {(found.Replies == 1 ? "reply" : "replies")}";
        }

        var clocks = found.Clocks.Where(c => c.IsOpen).Select(c => $"{c.Kind} {(c.State == ClockState.Breached ? "was missed at" : "is due")} {names.When(c.DueAt)}");
        var whose = found.ClaimedAt is null ? "waits for" : "is with";
        var reply = found.ReplyPending ? "a reply is on its way" : found.AcknowledgedAt is null && found.ProposedReply is { } proposed ? $"'reply' sends '{proposed}'" : null;
        return $"{found.Category} by {found.Author}: \"{found.Excerpt}\" {whose} {names.Of(found.Responsible)}; {string.Join("; ", [.. clocks, .. reply is null ? (string[])[] : [reply]])}";
    }
}
