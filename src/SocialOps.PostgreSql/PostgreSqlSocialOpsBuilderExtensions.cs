using Microsoft.Extensions.Logging;
using SocialOps.DependencyInjection;
using SocialOps.PostgreSql;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses the PostgreSQL store.</summary>
public static class PostgreSqlSocialOpsBuilderExtensions
{
    /// <summary>Keeps everything in the schema <c>socialops</c> of a PostgreSQL database. Its tables must be there: see <see cref="PostgreSqlStore.MigrateAsync"/>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">E.g. <c>Host=localhost;Database=agency;Username=agency</c>.</param>
    /// <exception cref="ArgumentException">It is not a connection string, or names no host.</exception>
    public static SocialOpsBuilder UsePostgreSql(this SocialOpsBuilder builder, string connectionString)
        => builder.UsePostgreSql(new PostgreSqlStoreOptions { ConnectionString = connectionString });

    /// <summary>Keeps everything in a schema of a PostgreSQL database.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="options">Where the database is.</param>
    /// <exception cref="ArgumentException">An option is out of its bounds; the message names it.</exception>
    public static SocialOpsBuilder UsePostgreSql(this SocialOpsBuilder builder, PostgreSqlStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        options.Checked();
        return builder.UseStore(p => new PostgreSqlStore(options, p.GetRequiredService<TimeProvider>(), p.GetService<ILoggerFactory>()?.CreateLogger<PostgreSqlStore>()));
    }
}
