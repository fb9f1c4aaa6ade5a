using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using NodaTime;
using NodaTime.Text;
using SocialOps.Time;
using static SocialOps.Tests.Time.Calendars;

namespace SocialOps.Tests.Time;

/// <summary>docs/concepts/time.md says what is: its table is computed here, its code stands in this file.</summary>
public sealed class TimeDocumentTests
{
    private const string Begin = "<!-- table: clock changes, computed by TimeDocumentTests -->\n";
    private const string End = "<!-- end of table -->";

    private static readonly (string Zone, string From, string Opens, string Closes)[] Rows =
    [
        ("Europe/Berlin", "2026-03-29", "00:00", "24:00"),
        ("Europe/Berlin", "2026-03-29", "01:00", "04:00"),
        ("Europe/Berlin", "2026-03-29", "02:30", "04:00"),
        ("Europe/Berlin", "2026-03-29", "02:00", "03:00"),
        ("Europe/Berlin", "2026-10-25", "00:00", "24:00"),
        ("Europe/Berlin", "2026-10-25", "02:30", "04:00"),
        ("Europe/Berlin", "2026-10-25", "02:00", "02:30"),
        ("Europe/Berlin", "2026-10-24", "22:00", "06:00"),
        ("America/Sao_Paulo", "2018-11-04", "00:00", "06:00"),
        ("Australia/Lord_Howe", "2026-04-05", "00:00", "24:00"),
        ("Antarctica/Troll", "2026-03-29", "00:00", "24:00"),
        ("Pacific/Apia", "2011-12-29", "22:00", "06:00"),
    ];

    [Fact]
    public void Table_OfClockChanges_IsWhatCalendarsDo()
    {
        var document = Document();
        var start = document.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;

        document[start..document.IndexOf(End, StringComparison.Ordinal)].Should().Be(Table());
    }

    [Fact]
    public void Code_InTheDocument_StandsInThisFile()
    {
        var source = Flat(File.ReadAllText(ThisFile()));
        var blocks = Document().Split("```csharp\n").Skip(1).Select(b => b[..b.IndexOf("```", StringComparison.Ordinal)]).ToList();

        blocks.Should().NotBeEmpty();
        foreach (var block in blocks)
        {
            source.Should().Contain(Flat(block));
        }
    }

    [Fact]
    public void Example_OfACalendar_GivesItsDeadline()
    {
        var friday = At("2026-03-27T17:30");
        var office = BusinessCalendar.Compile(new CalendarDefinition
        {
            Id = new("office"),
            Zone = "Europe/Berlin",
            HolidayRegion = "DE-HH",
            Weekly = Enumerable.Range(1, 5).ToDictionary(day => (IsoDayOfWeek)day, _ => (IReadOnlyList<OpeningWindow>)[OpeningWindow.Parse("09:00-18:00")]),
        });

        var due = office.Add(friday, Duration.FromMinutes(45));
        var why = office.Explain(friday, Duration.FromMinutes(45)).ToText(TextLanguage.English);

        due.Should().Be(At("2026-03-30T09:15"));
        why.Should().StartWith("Due Mon 2026-03-30 09:15");
    }

    [Fact]
    public void Example_OfTimeClasses_GivesTheDeadlineOfTheClass()
    {
        var office = (Office with { HolidayRegion = "DE-HH" }).Compile();
        var saturday = At("2026-03-28T10:00");

        var targets = new ResponseTargets(
            Workday: new ResponseTarget.Within(Duration.FromHours(4)),
            Weekend: new ResponseTarget.SameDayBy(new LocalTime(20, 0), AtLeast: Duration.FromHours(1)),
            InMeeting: new ResponseTarget.SameDayBy(new LocalTime(20, 0), AtLeast: Duration.FromHours(1)));
        var due = targets.DeadlineFrom(office, saturday);

        due.Should().Be(At("2026-03-28T20:00"));
    }

    [Fact]
    public void Example_OfAClock_KeepsWhatItConsumed()
    {
        var office = Office.Compile();
        var (ten, eleven, twelve) = (At("2026-03-27T10:00"), At("2026-03-27T11:00"), At("2026-03-27T12:00"));

        var clock = ResponseClock.Start(ResponseClockKind.Resolve, new ResponseTarget.Within(Duration.FromHours(4)), office, ten)
            .Pause(eleven, office)
            .Resume(twelve, office)
            .ChangeTarget(new ResponseTarget.Within(Duration.FromHours(2)), twelve, office, office);

        clock.Deadline.Should().Be(At("2026-03-27T13:00"));
        clock.AtPercent(75, office).Should().Be(At("2026-03-27T12:30"));
    }

    private static string Table()
    {
        var text = new StringBuilder("| Zone | Date | Hours | Open from (UTC) | to (UTC) | Open |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var (zone, on, opens, closes) in Rows)
        {
            var date = LocalDatePattern.Iso.Parse(on).Value;
            var window = OpeningWindow.Parse($"{opens}-{closes}");
            var calendar = BusinessCalendar.Compile(new() { Id = new("row"), Zone = zone, Overrides = [new(date, [window])] });
            var open = calendar.OpenFrom(TimeZones.Resolve(date.AtMidnight(), calendar.Zone) - Duration.FromHours(1)).ToList();
            text.Append(CultureInfo.InvariantCulture, $"| {zone} | {on} | {opens}-{closes} | ")
                .Append(open is [var only] ? $"{only.Start} | {only.End} | {only.Duration.ToString("-H:mm", CultureInfo.InvariantCulture)} h |\n" : "- | - | nothing |\n");
        }

        return text.ToString();
    }

    private static string Document() => File.ReadAllText(Path.Combine(Root(), "docs", "concepts", "time.md")).ReplaceLineEndings("\n");

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "SocialOps.sln")))
        {
            directory = directory.Parent;
        }

        return directory.FullName;
    }

    private static string ThisFile([CallerFilePath] string path = "")
        => File.Exists(path) ? path : Path.Combine(Root(), "tests", "SocialOps.Tests", "Time", Path.GetFileName(path));

    private static string Flat(string code) => string.Join('\n', code.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0));
}
