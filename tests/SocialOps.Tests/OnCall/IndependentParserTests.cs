using System.ComponentModel;
using System.Diagnostics;
using SocialOps.OnCall;
using SocialOps.OnCall.Calendars;

namespace SocialOps.Tests.OnCall;

/// <summary>Our calendars as somebody else reads them: Debian's python3-icalendar.</summary>
public sealed class IndependentParserTests
{
    private const string Script = """
        import sys, icalendar
        calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
        for event in calendar.walk('VEVENT'):
            start, end = event.decoded('DTSTART'), event.decoded('DTEND')
            print(str(event['UID']), start.isoformat(), end.isoformat(), int(event['SEQUENCE']), str(event['STATUS']), str(event['SUMMARY']), sep='|')
        """;

    [Fact]
    public void ToText_ReadByIcalendar_IsTheSameEvents()
    {
        Assert.SkipUnless(Python("import icalendar", string.Empty).Code == 0, "python3-icalendar is not installed here.");
        var people = A.People(A.Person("ann") with { Name = "Ännchen; Größe, 1 \\ 2 🚨 and a name that is long enough to be folded twice, or even more often", Absences = [new(new(2025, 1, 20), new(2025, 1, 21))] }, A.Person("ben"));
        var schedule = new OnCallSchedule(A.Schedule("Europe/Berlin", A.Layer("office", A.Rotation(RotationUnit.Week, "2025-01-06T00:00", "ann", "ben"), A.Hours(A.Weekdays, 9, 17))), people);
        var feed = CalendarFeed.Of(schedule, A.Id("ann"), A.At("2025-01-06T00:00"), A.At("2025-05-01T00:00"), A.At("2025-01-06T00:00"));
        var (code, output) = Python(Script, feed.ToText());
        code.Should().Be(0);
        output.ReplaceLineEndings("\n").TrimEnd().Split('\n').Should().Equal(feed.Events.Select(e => string.Join('|', [
            e.Uid,
            e.FirstOn is { } first ? $"{first:uuuu-MM-dd}" : $"{e.From:uuuu-MM-dd'T'HH:mm:ss}+00:00",
            e.LastOn is { } last ? $"{last.PlusDays(1):uuuu-MM-dd}" : $"{e.To:uuuu-MM-dd'T'HH:mm:ss}+00:00",
            "0", "CONFIRMED", e.Summary])));
    }

    private static (int Code, string Output) Python(string script, string input)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("python3") { ArgumentList = { "-c", script }, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["PYTHONIOENCODING"] = "utf-8" } })!;
            using (var stdin = new StreamWriter(process.StandardInput.BaseStream, new System.Text.UTF8Encoding(false)))
            {
                stdin.Write(input);
            }

            using var reader = new StreamReader(process.StandardOutput.BaseStream, System.Text.Encoding.UTF8);
            var output = reader.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output);
        }
        catch (Win32Exception)
        {
            return (-1, string.Empty);
        }
    }
}
