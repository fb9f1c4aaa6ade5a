using System.Globalization;
using NodaTime;
using SocialOps.Auditing;
using SocialOps.Console.Desk;
using SocialOps.Inbox;
using Spectre.Console;

namespace SocialOps.Console.Weekend;

/// <summary>What happened without it, beside what the case's own history says; in the order of time.</summary>
internal sealed class SideBySide(Case story)
{
    private readonly List<(Instant At, string Without, string With)> _rows = [];

    public async Task WriteAsync(OpsDesk desk)
    {
        var (names, events) = (new Names(desk.Agency), new List<AuditEvent>());
        await foreach (var happened in Pages.AllAsync(next => desk.Ops.Cases.QueryHistoryAsync(story.Id, 1000, next)))
        {
            events.Add(happened);
        }

        var emergency = desk.Agency.Clients[0].Contacts.FirstOrDefault(c => c.IsEmergency);
        Row(Nth(events, "case.opened"), "The complaint is posted.", e => $"Labelled at once and somebody told: {e.Detail}");
        Row(Nth(events, "client.told"), "The shop knows nothing.", _ => "The shop's workshop is told in the same minute.");
        Row(Nth(events, "reply.published"), "A first reply; everybody goes home.", _ => "The same reply. A second clock, NextAction, starts.");
        Row(Nth(events, "clock.breached"), "Nobody looks.", _ => "NextAction is missed: whoever is on duty is told at once.");
        Row(Nth(events, "reply.published", 1), "", e => $"The offer is public, at {WeekendInbox.CommentsAt(e.At)} comments.");
        Row(Nth(events, "wave.risen"), "Nobody knows that it grows.", e => e.Detail);
        if (emergency is not null)
        {
            Row(events.Find(e => e.Action == "escalation.told" && e.Detail.StartsWith($"{emergency.Id} ", StringComparison.Ordinal)), "Everybody sleeps.", _ => $"Everybody sleeps: it climbs to {emergency.Name}.");
        }

        _rows.Add((WeekendInbox.Monday, $"{Count(WeekendInbox.Likes)} likes, {Count(WeekendInbox.Comments)} comments: the weekend is over.", End(events)));
        var table = new Table().Border(TableBorder.Rounded).Title("The same weekend, without and with SocialOps")
            .AddColumn(new TableColumn("when").NoWrap()).AddColumn("without, as it went").AddColumn("with SocialOps, from the case's history");
        foreach (var (at, without, with) in _rows.OrderBy(r => r.At))
        {
            table.AddRow(names.When(at), without, Markup.Escape(with));
        }

        AnsiConsole.WriteLine();
        AnsiConsole.Write(table);
    }

    private static AuditEvent? Nth(List<AuditEvent> events, string action, int number = 0) => events.Where(e => e.Action == action).Skip(number).FirstOrDefault();

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private void Row(AuditEvent? happened, string without, Func<AuditEvent, string> with)
    {
        if (happened is not null)
        {
            _rows.Add((happened.At, without, with(happened)));
        }
    }

    private string End(List<AuditEvent> events)
    {
        var known = Nth(events, "wave.risen") is { } wave
            ? $" The wave was known {(WeekendInbox.Monday - wave.At).TotalHours:0} hours earlier, at {WeekendInbox.CommentsAt(wave.At)} comments."
            : "";
        var people = events.Where(e => e.Actor.Kind == ActorKind.Person).Select(e => e.Actor.Id).Distinct(StringComparer.Ordinal).Count();
        return $"{story.Replies} replies by {people} people, who were told {story.StepsFired} times in all.{known}";
    }
}
