using System.Diagnostics;
using System.Globalization;
using NodaTime;
using SocialOps.Time;
using static SocialOps.Tests.Time.Calendars;

namespace SocialOps.Tests.Time;

/// <summary>Nothing depends on the thread's culture or on the process's time zone.</summary>
public sealed class SurroundingsTests
{
    private const string Inner = "SOCIALOPS_TEST_INNER";

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void Texts_UnderAnyCulture_AreTheSame(string culture) => Under(culture).Should().Be(Under(""));

    [Fact]
    public async Task Suite_InStJohnsUnderTurkish_Passes()
    {
        if (Environment.GetEnvironmentVariable(Inner) is not null)
        {
            CultureInfo.CurrentCulture.Name.Should().Be("tr-TR");
            TimeZoneInfo.Local.Id.Should().Be("America/St_Johns");
            return;
        }

        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { RedirectStandardOutput = true };
        foreach (var argument in (string[])["exec", typeof(SurroundingsTests).Assembly.Location, "-namespace", typeof(SurroundingsTests).Namespace!, "-culture", "tr-TR", "-noColor", "-noLogo"])
        {
            start.ArgumentList.Add(argument);
        }

        (start.Environment["TZ"], start.Environment[Inner]) = ("America/St_Johns", "1");
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.Should().Be(0, output);
        output.Should().MatchRegex("Total: [0-9]{3}");
    }

    private static string Under(string culture)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            var calendar = (Office with { HolidayRegion = "DE-HH" }).Compile();
            var explanation = calendar.Explain(At("2026-03-27T17:30:15.5"), Duration.FromHours(60));
            var faulty = new CalendarDefinition
            {
                Id = new("İI"),
                Zone = "europe/ISTANBUL",
                HolidayRegion = "de-hi",
                Weekly = Weekly([IsoDayOfWeek.Friday], "09:00-26:30", "10:00-11:00"),
                Overrides = [new(new(2026, 3, 29), [new(new(2, 30), new(12, 0))])],
                Breaks = [new(new(2026, 3, 29, 2, 30), new(2026, 3, 28, 2, 30))],
            };
            return string.Join('\n', [
                explanation.ToText(TextLanguage.English), explanation.ToText(TextLanguage.German), .. BusinessCalendar.Validate(faulty), .. BusinessCalendar.Validate(faulty with { Zone = "Europe/Berlin" }),
                .. HolidayFile.ReadICalendar("begin:vcalendar\nbegin:vevent\ndtstart;value=date:20260501\nsummary:x\nend:vevent\nend:vcalendar").Select(h => $"{h.On.Year}-{h.On.Month}-{h.On.Day} {h.Name}"),
            ]);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
