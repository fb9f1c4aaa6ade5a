using Microsoft.Extensions.Logging;
using SocialOps.DependencyInjection;
using SocialOps.Sqlite;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses the SQLite store.</summary>
public static class SqliteSocialOpsBuilderExtensions
{
    /// <summary>Keeps everything in one SQLite file. Its path is relative to the current directory.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">E.g. <c>Data Source=socialops.db</c>; see <see cref="SqliteStoreOptions.FromConnectionString"/>.</param>
    /// <exception cref="ArgumentException">It is not a connection string, or names no file.</exception>
    public static SocialOpsBuilder UseSqlite(this SocialOpsBuilder builder, string connectionString)
        => builder.UseSqlite(SqliteStoreOptions.FromConnectionString(connectionString));

    /// <summary>Keeps everything in one SQLite file.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="options">Where the file is.</param>
    /// <exception cref="ArgumentException">An option is out of its bounds; the message names it.</exception>
    public static SocialOpsBuilder UseSqlite(this SocialOpsBuilder builder, SqliteStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        options.Checked();
        return builder.UseStore(p => new SqliteStore(options, p.GetRequiredService<TimeProvider>(), p.GetService<ILoggerFactory>()?.CreateLogger<SqliteStore>()));
    }
}
