using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SocialOps.Sqlite.Tests.PowerLoss;

/// <summary>
/// Writes down what a committing process asks the disk for, and cuts the power at random moments: what was acknowledged is there and the database is whole. With <c>synchronous=NORMAL</c> it must not be, or nothing is shown.
/// <c>SOCIALOPS_POWER_STATES</c> sets how many states (500), <c>SOCIALOPS_SEED</c> repeats them.
/// </summary>
public sealed class PowerLossTests(ITestOutputHelper output) : IDisposable
{
    private const int Commits = 120;
    private static readonly int States = Number("SOCIALOPS_POWER_STATES", 500);
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Commit_Acknowledged_SurvivesAnyPowerLoss()
    {
        var (lost, corrupt) = await CutAsync("FULL");
        (lost, corrupt).Should().Be((0, 0));
    }

    [Fact]
    public async Task Commit_WithNormalSync_IsLostAtPowerLoss()
    {
        var (lost, _) = await CutAsync("NORMAL");
        lost.Should().BeGreaterThan(States / 2, "otherwise the test above could not fail");
    }

    private async Task<(int Lost, int Corrupt)> CutAsync(string synchronous)
    {
        var log = await LogAsync(synchronous);
        log.OfType<DiskEvent.Acknowledged>().Should().HaveCount(Commits);
        var seed = Number("SOCIALOPS_SEED", Random.Shared.Next(1_000_000));
        var random = new Random(seed);
        var moments = Enumerable.Range(0, States).Select(_ => random.Next(log.Count + 1)).Order().ToList();
        var (disk, applied, lost, corrupt) = (new Disk(), 0, 0, 0);
        foreach (var moment in moments)
        {
            for (; applied < moment; applied++)
            {
                disk.Apply(log[applied]);
            }

            var found = Find(disk.AfterPowerLoss(random));
            corrupt += found is null ? 1 : 0;
            lost += found is not null && Enumerable.Range(0, disk.Acknowledged).Any(i => !found.Contains($"record-{i}")) ? 1 : 0;
        }

        output.WriteLine($"synchronous={synchronous}: {States} power losses over {log.Count} steps of the disk and {Commits} commits: {lost} lost what was acknowledged, {corrupt} corrupt (seed {seed})");
        return (lost, corrupt);
    }

    private async Task<IReadOnlyList<DiskEvent>> LogAsync(string synchronous)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/strace"), "strace is not installed.");
        var disk = Directory.CreateDirectory(_folder.File("disk")).FullName;
        string[] arguments =
        [
            "-f", "-q", "-y", "-xx", "-s", "70000", "-e", $"trace={DiskLog.Calls}", "-e", "signal=none", "-o", _folder.File("trace"),
            "dotnet", typeof(PowerLossTests).Assembly.Location, CommitProcess.Argument, Path.Combine(disk, "ops.db"), $"{Commits}", synchronous,
        ];
        using var process = Process.Start(new ProcessStartInfo("strace", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.SkipWhen((await errors).Contains("ptrace", StringComparison.OrdinalIgnoreCase), "strace may not trace here.");
        process.ExitCode.Should().Be(0, await errors);
        return DiskLog.Read(_folder.File("trace"), disk, "acknowledged");
    }

    /// <summary>The records of a database that was found like this, or <see langword="null"/> when it is corrupt.</summary>
    private HashSet<string>? Find(IReadOnlyDictionary<string, byte[]> files)
    {
        var folder = Directory.CreateDirectory(_folder.File("found")).FullName;
        foreach (var old in Directory.GetFiles(folder))
        {
            File.Delete(old);
        }

        foreach (var (path, bytes) in files)
        {
            File.WriteAllBytes(Path.Combine(folder, Path.GetFileName(path)), bytes);
        }

        var found = new HashSet<string>();
        try
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "ops.db")};Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check";
            if (command.ExecuteScalar() is not "ok")
            {
                return null;
            }

            command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = 'so_record'";
            if (command.ExecuteScalar() is 0L)
            {
                return found;
            }

            command.CommandText = "SELECT id FROM so_record WHERE kind = 'case'";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                found.Add(reader.GetString(0));
            }

            return found;
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    private static int Number(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
