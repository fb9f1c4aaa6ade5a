using System.Diagnostics;
using SocialOps.Plants;

// Plants each bug of plants.txt, builds, runs the tests that have to catch it, and puts the file back. Arguments: nothing, or names of plants.
var root = args is ["--root", var given, ..] ? given : Environment.CurrentDirectory;
var names = args.Where(a => a != "--root" && a != root).ToHashSet();
var plants = Plant.ReadAll(Path.Combine(root, "eng/plants/plants.txt")).Where(p => names.Count == 0 || names.Contains(p.Name)).ToList();
var hasPostgres = Environment.GetEnvironmentVariable("SOCIALOPS_POSTGRES") is { Length: > 0 };
var (caught, survived, skipped, row) = (0, new List<string>(), 0, 0);

foreach (var green in plants.GroupBy(p => p.Project).Where(g => hasPostgres || !g.Key.Contains("PostgreSql", StringComparison.Ordinal)))
{
    if (!Build(green.Key) || Test(green.Key, [.. green.SelectMany(p => p.Classes).Distinct()]) is not (true, _))
    {
        Console.WriteLine($"{green.Key}: its tests fail before anything is planted.");
        return 1;
    }
}

foreach (var plant in plants)
{
    row++;
    if (!hasPostgres && plant.Project.Contains("PostgreSql", StringComparison.Ordinal))
    {
        skipped++;
        continue;
    }

    var path = Path.Combine(root, plant.File);
    var original = File.ReadAllText(path);
    if (plant.CountIn(root) != 1)
    {
        survived.Add(plant.Name);
        Console.WriteLine($"{row}/{plants.Count} {plant.Name}: its place is not in {plant.File}");
        continue;
    }

    try
    {
        File.WriteAllText(path, original.Replace(plant.Old, plant.New, StringComparison.Ordinal));
        var (passed, by) = Build(plant.Project) ? Test(plant.Project, plant.Classes) : (true, "it does not compile");
        (caught, by) = passed ? (caught, $"NOT CAUGHT {by}") : (caught + 1, by);
        Console.WriteLine($"{row}/{plants.Count} {plant.Name} ({plant.Breaks}): {by}");
        if (passed)
        {
            survived.Add(plant.Name);
        }
    }
    finally
    {
        File.WriteAllText(path, original);
    }
}

foreach (var project in plants.Select(p => p.Project).Distinct())
{
    Build(project);
}

Console.WriteLine($"{plants.Count - skipped} planted, {caught} caught{(skipped > 0 ? $", {skipped} left out without SOCIALOPS_POSTGRES" : "")}{(survived.Count > 0 ? $"; not caught: {string.Join(", ", survived)}" : "")}");
return survived.Count == 0 ? 0 : 1;

bool Build(string project) => Run("dotnet", ["build", Path.Combine(root, "tests", project), "--no-restore", "-v", "q", "-clp:ErrorsOnly", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false"]).Code == 0;

(bool Passed, string By) Test(string project, IReadOnlyList<string> classes)
{
    var (code, text) = Run(Path.Combine(root, "tests", project, "bin/Debug/net10.0", project), ["-stopOnFail", "-noColor", .. classes.SelectMany(c => new[] { "-class", c })]);
    var failed = text.Split('\n').FirstOrDefault(l => l.TrimEnd().EndsWith("[FAIL]", StringComparison.Ordinal))?.Trim();
    return (code == 0, failed is null ? "" : string.Join('.', failed.Split(" [")[0].Split('(')[0].Trim().Split('.')[^2..]));
}

static (int Code, string Text) Run(string file, IEnumerable<string> arguments)
{
    using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    var errors = process.StandardError.ReadToEndAsync();
    var text = process.StandardOutput.ReadToEnd();
    if (!process.WaitForExit(TimeSpan.FromMinutes(5)))
    {
        process.Kill(entireProcessTree: true);
    }

    return (process.ExitCode, text + errors.Result);
}
