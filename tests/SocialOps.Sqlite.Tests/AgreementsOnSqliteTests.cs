using Microsoft.Extensions.DependencyInjection;
using SocialOps.Tests.Readiness;

namespace SocialOps.Sqlite.Tests;

/// <summary>From the quote to the month's report, on a file: as in memory, and the same after the process has ended.</summary>
public sealed class AgreementsOnSqliteTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Story_OnAFile_IsToldAsInMemoryAndAgainAfterReopening()
    {
        var expected = (await AgreementStory.RunOnceAsync()).Told;

        var (told, again) = await AgreementStory.RunAsync(b => b.UseSqlite($"Data Source={_folder.File("socialops.db")}"));

        told.Should().Be(expected).And.Contain("Active since 2026-06-12T15:00:00Z");
        again.Should().Be(told);
    }
}
