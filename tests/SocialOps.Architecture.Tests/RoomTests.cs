using System.Text.RegularExpressions;

namespace SocialOps.Architecture.Tests;

/// <summary>The rooms of the core, each on its floor: a room sees the shell and the floors below, never one beside or above. The shell's ground sees no room.</summary>
public sealed partial class RoomTests
{
    private const int Shell = 0;

    private static readonly Dictionary<string, int> Floors = new()
    {
        ["Storage"] = Shell, ["Work"] = Shell, ["Auditing"] = Shell, ["Serialization"] = Shell, ["Diagnostics"] = Shell,
        ["Time"] = 1, ["People"] = 1, ["Channels"] = 1, ["Guidelines"] = 1,
        ["Notifications"] = 2, ["OnCall"] = 2, ["Content"] = 2,
        ["Escalations"] = 3, ["Approvals"] = 3, ["Responses"] = 3, ["Crisis"] = 3,
        ["ServicePackages"] = 4, // A package says how the rooms below work together.
        ["Definitions"] = 5,
        ["Incidents"] = 6,
        ["Publishing"] = 7,
        ["Inbox"] = 8,
        ["Privacy"] = 9, ["Readiness"] = 9, ["Routines"] = 9, ["Simulation"] = 9,
        ["Invariants"] = 9, // It looks at the records of every room, and no room needs it.
        ["Reporting"] = 10, // Its board shows what every room has open.
        ["Recovery"] = 10, // It compares what was sent and erased with what is outside of the database.
        ["DependencyInjection"] = 11,
    };

    private static string Core => Path.Combine(RepositoryRoot.Path, "src", "SocialOps");

    public static TheoryData<string> Rooms() => [.. Directory.GetDirectories(Core).Select(d => Path.GetFileName(d)!).Where(d => d is not ("bin" or "obj"))];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Usings_OfARoom_LeadToLowerFloorsOnly(string room)
    {
        Floors.Should().ContainKey(room, "each room has its floor");

        var tooHigh =
            from file in Directory.EnumerateFiles(Path.Combine(Core, room), "*.cs", SearchOption.AllDirectories)
            from Match match in RoomName().Matches(File.ReadAllText(file))
            let other = match.Groups[1].Value
            where other != room && Floors.TryGetValue(other, out var floor) && floor != Shell && floor >= Floors[room]
            select $"{Path.GetFileName(file)} sees {other}";

        tooHigh.Should().BeEmpty("{0} stands on floor {1}", room, Floors[room]);
    }

    [Fact]
    public void Files_OfTheSource_AreSmall()
    {
        var sizes = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .Select(f => (Name: Path.GetFileName(f), Lines: File.ReadLines(f).Count(l => l.Trim().Length > 0 && !l.TrimStart().StartsWith("//", StringComparison.Ordinal))))
            .OrderByDescending(f => f.Lines).ToList();

        sizes[0].Lines.Should().BeLessThanOrEqualTo(320, "{0} is the largest file", sizes[0].Name);
        sizes[sizes.Count / 2].Lines.Should().BeLessThanOrEqualTo(40, "that is the median that one feels at home with");
    }

    /// <summary>A using or a qualified name of another room.</summary>
    [GeneratedRegex(@"\bSocialOps\.([A-Z]\w+)")]
    private static partial Regex RoomName();
}
