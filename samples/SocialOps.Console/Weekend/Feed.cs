using NodaTime;
using SocialOps.Console.Desk;
using SocialOps.Notifications;
using SocialOps.People;
using Spectre.Console;

namespace SocialOps.Console.Weekend;

/// <summary>Prints what happens as it happens, in the agency's local time: a column of times, a column of texts.</summary>
internal sealed class Feed
{
    private const int TimeColumn = 11;
    private const int MostColumns = 100;
    private readonly OpsDesk _desk;
    private readonly bool _quiet;
    private readonly Names _names;
    private readonly HashSet<string> _introduced = [];

    public Feed(OpsDesk desk, bool quiet)
    {
        (_desk, _quiet, _names) = (desk, quiet, new Names(desk.Agency));
        desk.Channel.Told += Told;
    }

    public void Act(Recipient who, string what) => Say("green", $"{_names.Of(who)} {what}.");

    public void Say(string colour, string text) => Say(_desk.Time.Now, colour, text);

    public void Say(Instant at, string colour, string text)
    {
        if (_quiet)
        {
            return;
        }

        var time = _names.When(at);
        foreach (var line in Wrapped(text, Math.Min(MostColumns, AnsiConsole.Profile.Width) - TimeColumn - 1))
        {
            AnsiConsole.MarkupLine($"[grey]{time.PadRight(TimeColumn)}[/][{colour}]{Markup.Escape(line)}[/]");
            time = "";
        }
    }

    /// <summary>Why somebody is told; what it is about only where that is new to the reader.</summary>
    private void Told(Notification notification)
    {
        var latest = notification.Notices[^1];
        var client = _desk.Agency.Clients[0].Name;
        var about = latest.Text.IndexOf($": {client}, ", StringComparison.Ordinal);
        var why = about < 0 || _introduced.Add(latest.Text[latest.Text.LastIndexOf(" by ", StringComparison.Ordinal)..]) ? latest.Text : latest.Text[..about];
        var more = notification.Total > 1 ? $" (and {notification.Total - 1} more)" : "";
        Say(notification.IsUrgent ? "red" : "yellow", $"→ {_names.Of(notification.Recipient)} by {notification.Address?.Kind ?? "desk"}: {why}{more}");
    }

    private static IEnumerable<string> Wrapped(string text, int width)
    {
        while (text.Length > width && text.LastIndexOf(' ', width) is var end and > 0)
        {
            yield return text[..end];
            text = text[(end + 1)..];
        }

        yield return text;
    }
}
