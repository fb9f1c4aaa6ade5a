using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using SocialOps.Diagnostics;
using SocialOps.Embedding.Tests.Shipping;

namespace SocialOps.Embedding.Tests.Telemetry;

/// <summary>The page on telemetry and the code say the same.</summary>
public sealed partial class TelemetryPageTests
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(Packed.Root, "docs", "telemetry.md"));
    private static readonly string[] s_packages = ["SocialOps", "SocialOps.Hosting", "SocialOps.AgencyFile", "SocialOps.Relational", "SocialOps.Sqlite", "SocialOps.PostgreSql"];

    [Fact]
    public void Logs_OfThePage_AreThoseOfTheCode()
        => Rows("Logs").Select(r => string.Join(" | ", r.Take(5)).TrimEnd()).Should().Equal(Declared().OrderBy(d => d.Log.EventId)
            .Select(d => $"{d.Log.EventId} | {d.Method.Name} | {d.Log.Level} | {d.Package} | {string.Join(", ", Placeholder().Matches(d.Log.Message).Select(m => m.Groups[1].Value).Distinct())}".TrimEnd()));

    [Fact]
    public void Logs_OfTheCode_HaveANumberOfTheirOwn() => Declared().Select(d => d.Log.EventId).Should().OnlyHaveUniqueItems().And.NotContain([0, -1]);

    [Fact]
    public void Metrics_OfThePage_AreThoseOfTheCode()
        => Rows("Metrics").Select(r => string.Join(" | ", r.Take(4))).Should().BeEquivalentTo(Instruments().Select(i => $"`{i.Name}` | {i.GetType().Name.Split('`')[0]} | {i.Unit} | {i.Description}"));

    [Fact]
    public void Activities_OfThePage_AreThoseOfTheSource()
    {
        var started = Directory.EnumerateFiles(Path.Combine(Packed.Root, "src"), "*.cs", SearchOption.AllDirectories).SelectMany(f => StartActivity().Matches(File.ReadAllText(f))).Select(m => $"`{m.Groups[1].Value}`");

        Rows("Activities").Select(r => r[0]).Should().BeEquivalentTo(started);
    }

    private static IEnumerable<(string Package, MethodInfo Method, LoggerMessageAttribute Log)> Declared()
        => from package in s_packages
           from type in Assembly.Load(package).GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           let log = method.GetCustomAttribute<LoggerMessageAttribute>()
           where log is not null
           select (package, method, log);

    private static List<Instrument> Instruments()
    {
        var found = new List<Instrument>();
        using var listener = new MeterListener { InstrumentPublished = (i, _) => { if (i.Meter.Name == SocialOpsDiagnostics.Name) { found.Add(i); } } };
        RuntimeHelpers.RunClassConstructor(typeof(SocialOpsDiagnostics).TypeHandle);
        listener.Start();
        return found;
    }

    /// <summary>The cells of a section's table.</summary>
    private static IEnumerable<string[]> Rows(string section)
        => s_page.Split($"## {section}\n")[1].Split("\n## ")[0].Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Select(l => l[1..^1].Split('|').Select(c => c.Trim()).ToArray());

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"StartActivity\(""([^""]+)""")]
    private static partial Regex StartActivity();
}
