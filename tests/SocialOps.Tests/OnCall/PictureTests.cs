using System.Globalization;
using System.Xml.Linq;
using NodaTime;
using SocialOps.OnCall;
using SocialOps.OnCall.Pictures;

namespace SocialOps.Tests.OnCall;

/// <summary>The pictures in the docs are what the library draws. SOCIALOPS_DRAW=1 writes them anew.</summary>
public sealed class PictureTests
{
    private static readonly string Folder = Path.Combine(Root(), "docs", "concepts", "pictures");

    internal static OnCallSchedule Weekend(bool withOverride)
    {
        var definition = A.Schedule(
            "Europe/Berlin",
            A.Layer("office", A.Rotation(RotationUnit.Day, "2026-01-05T00:00", "lena", "marek") with { Consumption = TurnConsumption.ActiveWindowsOnly }, A.Hours(A.Weekdays, 8, 18)),
            A.Layer("weekend", A.Rotation(RotationUnit.Week, "2026-01-05T00:00", "aylin", "jonas"), A.Hours([IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday], 9, 20)));
        var people = A.People(
            A.Person("lena", "marek"),
            A.Person("marek"),
            A.Person("aylin", "jonas") with { Absences = withOverride ? [new(new(2026, 1, 10), new(2026, 1, 10), Reason: "holiday")] : [] },
            A.Person("jonas"));
        return new(withOverride ? definition with { Overrides = [A.Override("fair", OverrideKind.Take, "2026-01-08T18:00", "2026-01-09T08:00", "marek")] } : definition, people);
    }

    [Theory]
    [InlineData("layers", false)]
    [InlineData("exceptions", true)]
    public void Draw_PictureInTheDocs_IsWhatTheLibraryDraws(string name, bool withOverride)
    {
        var drawn = SchedulePicture.Draw(Weekend(withOverride), A.At("2026-01-05T00:00"), A.At("2026-01-12T00:00"));
        var file = Path.Combine(Folder, $"on-call-{name}.svg");
        if (Environment.GetEnvironmentVariable("SOCIALOPS_DRAW") == "1")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(file, drawn);
        }

        File.ReadAllText(file).Should().Be(drawn);
    }

    [Fact]
    public void Draw_NamesWithMarkup_IsStillXml()
    {
        var schedule = new OnCallSchedule(A.Schedule("Europe/Berlin", A.Layer("a", A.Rotation(RotationUnit.Week, "2026-01-05T00:00", "ann"))), A.People(A.Person("ann") with { Name = "<Ann & \"Co\">" }));
        XDocument.Parse(SchedulePicture.Draw(schedule, A.At("2026-01-05T00:00"), A.At("2026-01-12T00:00"))).ToString().Should().Contain("&lt;Ann &amp; ");
    }

    [Fact]
    public void Draw_AnotherCulture_GivesTheSameBytes()
    {
        var culture = CultureInfo.CurrentCulture;
        var plain = SchedulePicture.Draw(Weekend(true), A.At("2026-01-05T00:00"), A.At("2026-01-12T00:00"));
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            SchedulePicture.Draw(Weekend(true), A.At("2026-01-05T00:00"), A.At("2026-01-12T00:00")).Should().Be(plain);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SocialOps.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The repository's root was not found.");
    }
}
