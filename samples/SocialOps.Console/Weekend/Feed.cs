using System.Globalization;
using NodaTime;
using SocialOps.Console.Desk;
using SocialOps.Notifications;
using SocialOps.People;
using Spectre.Console;

namespace SocialOps.Console.Weekend;

/// <summary>Prints what happens as it happens, in the agency's local time.</summary>
internal sealed class Feed
{
    private readonly OpsDesk _desk;
    private readonly bool _quiet;

    public Feed(OpsDesk desk, bool quiet)
    {
        (_desk, _quiet) = (desk, quiet);
        desk.Channel.Told += Told;
    }

    public void Say(string colour, string text)
    {
        if (!_quiet)
        {
            AnsiConsole.MarkupLine($"[grey]{When(_desk.Time.Now)}[/]  [{colour}]{Markup.Escape(text)}[/]");
        }
    }

    public void Act(Recipient who, string what) => Say("green", $"{NameOf(who)} {what}.");

    public static string When(Instant at) => at.InZone(WeekendInbox.Zone).ToString("ddd HH:mm", CultureInfo.InvariantCulture);

    public string NameOf(Recipient who) => who switch
    {
        Recipient.OfAgency person => _desk.Agency.People.FirstOrDefault(p => p.Id == person.Person)?.Name ?? person.Person.Value,
        Recipient.OfClient contact => $"{contact.Contact} ({_desk.Agency.Clients.FirstOrDefault(c => c.Id == contact.Client)?.Name})",
        _ => who.ToString()!,
    };

    private void Told(Notification notification)
    {
        var text = notification.Notices[^1].Text;
        var brief = text.Length > 100 ? text[..97] + "..." : text;
        var more = notification.Total > 1 ? $" (and {notification.Total - 1} more)" : "";
        Say(notification.IsUrgent ? "red" : "yellow", $"→ {NameOf(notification.Recipient)} is told by {notification.Address?.Kind ?? "desk"}: {brief}{more}");
    }
}
