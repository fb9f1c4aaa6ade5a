using Microsoft.Extensions.DependencyInjection;
using SocialOps.Storage;
using SocialOps.Testing;
using SocialOps.Work;

namespace SocialOps.PostgreSql.Tests;

public sealed class UsePostgreSqlTests
{
    private const string Somewhere = "Host=localhost;Database=agency;Username=agency;Password=secret";

    [Fact]
    public void UsePostgreSql_ConnectionString_IsStoreAndQueue()
    {
        using var services = new ServiceCollection().AddSingleton<TimeProvider>(new FakeTime()).AddSocialOps(ops => ops.UsePostgreSql(Somewhere)).BuildServiceProvider();

        services.GetRequiredService<IStore>().Should().BeOfType<PostgreSqlStore>().And.BeSameAs(services.GetRequiredService<IWorkQueue>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("Database=agency")]
    public void UsePostgreSql_NoHost_IsRefusedAtOnce(string connectionString)
    {
        var use = () => Use(new() { ConnectionString = connectionString });

        use.Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("Agency")]
    [InlineData("a\"; DROP SCHEMA public; --")]
    public void UsePostgreSql_SchemaThatIsNoName_IsRefusedAtOnce(string schema)
    {
        var use = () => Use(new() { ConnectionString = Somewhere, Schema = schema });

        use.Should().Throw<ArgumentException>().WithMessage($"Schema is '{schema}'. It must be 1 to 48 small letters, digits or underscores, and not begin with a digit.");
    }

    [Fact]
    public void UsePostgreSql_NoTime_IsRefusedAtOnce()
    {
        foreach (var options in (PostgreSqlStoreOptions[])
            [
                new() { ConnectionString = Somewhere, LockTimeout = TimeSpan.Zero },
                new() { ConnectionString = Somewhere, StatementTimeout = TimeSpan.FromHours(2) },
                new() { ConnectionString = Somewhere, IdleInTransactionTimeout = TimeSpan.FromTicks(1) },
                new() { ConnectionString = Somewhere, MostClockDifference = TimeSpan.Zero },
            ])
        {
            var use = () => Use(options);

            use.Should().Throw<ArgumentException>();
        }
    }

    [Fact]
    public void Options_AsText_HoldNoSecret() => new PostgreSqlStoreOptions { ConnectionString = Somewhere }.ToString().Should().Be("PostgreSqlStoreOptions { Schema = socialops }");

    private static void Use(PostgreSqlStoreOptions options) => new ServiceCollection().AddSocialOps(ops => ops.UsePostgreSql(options));
}
