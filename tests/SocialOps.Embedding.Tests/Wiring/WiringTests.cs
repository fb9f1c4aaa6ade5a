using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SocialOps.Channels;
using SocialOps.DependencyInjection;
using SocialOps.Notifications;
using SocialOps.PostgreSql;
using SocialOps.Sqlite;
using SocialOps.Storage;
using SocialOps.Storage.InMemory;
using SocialOps.Testing;

namespace SocialOps.Embedding.Tests.Wiring;

public sealed class WiringTests
{
    [Fact]
    public void AddSocialOps_TheSameTwice_IsHarmless()
    {
        var services = new ServiceCollection();
        for (var i = 0; i < 2; i++)
        {
            services.AddSocialOps(ops => ops.UseSqlite("Data Source=a.db").AddAgencyFile("agency.yaml").AddConnector<XConnector>().AddNotificationChannel<Phone>().UseEnvironment("Test"));
        }

        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<ISocialOps>().Should().NotBeNull();
        provider.GetServices<IPublisher>().Should().ContainSingle();
    }

    [Fact]
    public void AddSocialOps_TimeProviderBeforeOrAfter_IsTheHosts()
    {
        var time = new FakeTime();
        using var before = new ServiceCollection().AddSingleton<TimeProvider>(time).AddSocialOps(ops => ops.UseInMemory()).BuildServiceProvider();
        using var after = new ServiceCollection().AddSocialOps(ops => ops.UseInMemory()).AddSingleton<TimeProvider>(time).BuildServiceProvider();

        new[] { before, after }.Select(p => p.GetRequiredService<TimeProvider>()).Should().AllBeEquivalentTo(time);
    }

    [Fact]
    public void ReplaceStore_AfterAnother_TakesItsPlace()
    {
        using var provider = new ServiceCollection().AddSocialOps(ops => ops.UseSqlite("Data Source=a.db")).AddSocialOps(ops => ops.ReplaceStore(p => new InMemoryStore(p.GetRequiredService<TimeProvider>()))).BuildServiceProvider();

        provider.GetRequiredService<IStore>().Should().BeOfType<InMemoryStore>();
        provider.GetRequiredService<ISocialOps>().Should().NotBeNull();
    }

    [Fact]
    public void UseUnattendedSink_AHostsOwn_TakesTheLogsPlace()
    {
        using var provider = new ServiceCollection().AddSocialOps(ops => ops.UseInMemory().UseUnattendedSink<Bell>()).BuildServiceProvider();

        provider.GetRequiredService<IUnattendedSink>().Should().BeOfType<Bell>();
    }

    [Fact]
    public void AddConnector_MadeByTheHost_IsTheOne()
    {
        var connector = new XConnector();
        using var provider = new ServiceCollection().AddSocialOps(ops => ops.UseInMemory().AddConnector(_ => connector)).BuildServiceProvider();

        provider.GetServices<IPublisher>().Should().ContainSingle().Which.Should().BeSameAs(connector);
    }

    [Fact]
    public void Options_OfSqlite_BindFromConfiguration()
    {
        var services = Bound<SqliteStoreOptions>(new() { ["DataSource"] = "bound.db", ["BusyTimeout"] = "00:00:09", ["MigrateOnStart"] = "false", ["ReadOnly"] = "true" }, ops => ops.UseSqlite());

        services.Should().Be(new SqliteStoreOptions { DataSource = "bound.db", BusyTimeout = TimeSpan.FromSeconds(9), MigrateOnStart = false, ReadOnly = true });
    }

    [Fact]
    public void Options_OfPostgreSql_BindFromConfiguration()
    {
        var bound = Bound<PostgreSqlStoreOptions>(new() { ["ConnectionString"] = "Host=bound", ["Schema"] = "other", ["LockTimeout"] = "00:00:03", ["AllowUnsafeServer"] = "true" }, ops => ops.UsePostgreSql());

        bound.Should().Be(new PostgreSqlStoreOptions { ConnectionString = "Host=bound", Schema = "other", LockTimeout = TimeSpan.FromSeconds(3), AllowUnsafeServer = true });
    }

    [Fact]
    public void UseSqlite_FileByTheCallAndTimeoutByConfiguration_BothHold()
    {
        var bound = Bound<SqliteStoreOptions>(new() { ["BusyTimeout"] = "00:00:09" }, ops => ops.UseSqlite(o => o.DataSource = "a.db"));

        bound.Should().Be(new SqliteStoreOptions { DataSource = "a.db", BusyTimeout = TimeSpan.FromSeconds(9) });
    }

    [Theory]
    [InlineData(typeof(SqliteStoreOptions))]
    [InlineData(typeof(PostgreSqlStoreOptions))]
    public void Options_OfEveryStore_HaveAValidator(Type options)
    {
        var services = new ServiceCollection();
        _ = options == typeof(SqliteStoreOptions) ? services.AddSocialOps(ops => ops.UseSqlite()) : services.AddSocialOps(ops => ops.UsePostgreSql());

        services.Should().ContainSingle(d => d.ServiceType == typeof(IValidateOptions<>).MakeGenericType(options));
    }

    private static T Bound<T>(Dictionary<string, string?> values, Action<SocialOpsBuilder> configure)
        where T : class
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(v => $"SocialOps:{v.Key}", v => v.Value)).Build();
        using var services = new ServiceCollection().Configure<T>(configuration.GetSection("SocialOps")).AddSocialOps(configure).BuildServiceProvider();
        return services.GetRequiredService<IOptions<T>>().Value;
    }
}
