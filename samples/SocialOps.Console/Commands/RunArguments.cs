using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using SocialOps.Console.Desk;
using SocialOps.Definitions;
using SocialOps.People;
using Spectre.Console;

namespace SocialOps.Console.Commands;

/// <summary>What <c>run</c> is told, checked as a whole: every mistake is printed.</summary>
/// <param name="From">Only lines from here on.</param>
/// <param name="To">Only lines before this; the run ends here.</param>
/// <param name="Pace">How fast the team is; <see langword="null"/> for a silent one.</param>
/// <param name="Client">Whose inbox it is.</param>
/// <param name="Database">The file.</param>
internal sealed record RunArguments(Instant? From, Instant? To, Duration? Pace, ClientId Client, string Database)
{
    public static readonly Option<string?> ClientOption = new("--client") { Description = "Whose inbox it is, for lines without an account; the agency's first client without it." };
    public static readonly Option<string?> FromOption = new("--from") { Description = "Only lines written at or after this instant, e.g. 2026-01-09T15:00:00Z." };
    public static readonly Option<string?> ToOption = new("--to") { Description = "Only lines written before this instant; the run ends there." };
    public static readonly Option<string> TeamOption = new("--team") { Description = "PT20M: whoever is told claims at once, reacts after 20 minutes, settles after 20 more. silent: nobody acts.", DefaultValueFactory = _ => "PT20M" };
    public static readonly Option<string?> DatabaseOption = new("--db") { Description = "The SQLite file; a fresh one without it. A file that is known is resumed where it was." };

    /// <returns><see langword="null"/> when there are mistakes; they were printed.</returns>
    public static RunArguments? Read(ParseResult given, AgencyDefinition agency)
    {
        var fine = TryInstant(given.GetValue(FromOption), "--from", out var from);
        fine &= TryInstant(given.GetValue(ToOption), "--to", out var to);
        fine &= TryPace(given.GetValue(TeamOption)!, out var pace);
        var client = FindClient(agency, given.GetValue(ClientOption));
        return fine && client is { } found && Databases.Locate(given.GetValue(DatabaseOption), "run") is { } database ? new(from, to, pace, found, database) : null;
    }

    public static ClientId? FindClient(AgencyDefinition agency, string? name)
    {
        var client = name is null ? agency.Clients[0] : agency.Clients.FirstOrDefault(c => c.Id.Value == name);
        if (client is null)
        {
            Mistake("--client", name!, $"the agency has {string.Join(", ", agency.Clients.Select(c => c.Id))}.");
        }

        return client?.Id;
    }

    private static bool TryInstant(string? text, string option, out Instant? instant)
    {
        var parsed = text is null ? null : OffsetDateTimePattern.ExtendedIso.Parse(text);
        instant = parsed is { Success: true } ? parsed.Value.ToInstant() : null;
        return parsed is not { Success: false } || Mistake(option, text!, "write an instant as 2026-01-09T15:00:00Z.");
    }

    private static bool TryPace(string text, out Duration? pace)
    {
        pace = PeriodPattern.NormalizingIso.Parse(text) is { Success: true, Value: { HasDateComponent: false } period } && period.ToDuration() > Duration.Zero ? period.ToDuration() : null;
        return pace is not null || text == "silent" || Mistake("--team", text, "write a length of time such as PT20M, or silent.");
    }

    private static bool Mistake(string option, string value, string wayOut)
    {
        Terminal.Errors.MarkupLineInterpolated($"[red]{option} {value}[/]: {wayOut}");
        return false;
    }
}
