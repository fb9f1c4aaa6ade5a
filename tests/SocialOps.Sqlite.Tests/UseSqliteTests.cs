using Microsoft.Extensions.DependencyInjection;
using SocialOps.Storage;
using SocialOps.Testing;
using SocialOps.Work;

namespace SocialOps.Sqlite.Tests;

public sealed class UseSqliteTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void UseSqlite_ConnectionString_IsStoreAndQueue()
    {
        using var services = Services(ops => ops.UseSqlite($"Data Source={_folder.File("socialops.db")}"));

        services.GetRequiredService<IStore>().Should().BeOfType<SqliteStore>().And.BeSameAs(services.GetRequiredService<IWorkQueue>());
    }

    [Fact]
    public async Task UseSqlite_ContainerDisposed_ClosesTheFile()
    {
        var path = _folder.File("socialops.db");
        await using (var services = Services(ops => ops.UseSqlite(new SqliteStoreOptions { DataSource = path })))
        {
            await services.GetRequiredService<IStore>().OpenAsync();
            File.Exists(path + ".pid").Should().BeTrue();
        }

        File.Exists(path + ".pid").Should().BeFalse();
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=a.db;Mode=Memory")]
    [InlineData("Data Source=a.db;Password=x")]
    [InlineData("nonsense")]
    [InlineData("")]
    public void UseSqlite_NoFile_IsRefusedAtOnce(string connectionString)
    {
        var use = () => Services(ops => ops.UseSqlite(connectionString));

        use.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void FromConnectionString_DefaultTimeout_IsBusyTimeout()
        => SqliteStoreOptions.FromConnectionString("Data Source=a.db;Default Timeout=9").BusyTimeout.Should().Be(TimeSpan.FromSeconds(9));

    private static ServiceProvider Services(Action<DependencyInjection.SocialOpsBuilder> configure)
        => new ServiceCollection().AddSingleton<TimeProvider>(new FakeTime()).AddSocialOps(configure).BuildServiceProvider();
}
