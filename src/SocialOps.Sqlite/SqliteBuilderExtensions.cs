using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocialOps.DependencyInjection;

namespace SocialOps.Sqlite;

/// <summary>Chooses SQLite.</summary>
public static class SqliteBuilderExtensions
{
    /// <summary>Keeps everything in one SQLite file on a local disk: one process, every commit survives a power loss. It replaces the store chosen before.</summary>
    /// <param name="builder">The library's builder.</param>
    /// <param name="connectionString">E.g. <c>Data Source=socialops.db</c>.</param>
    /// <exception cref="ArgumentException">It is not a connection string, or names no file.</exception>
    public static SocialOpsBuilder UseSqlite(this SocialOpsBuilder builder, string connectionString)
        => builder.UseSqlite(SqliteStoreOptions.FromConnectionString(connectionString));

    /// <summary>Keeps everything in one SQLite file on a local disk: one process, every commit survives a power loss. It replaces the store chosen before.</summary>
    /// <param name="builder">The library's builder.</param>
    /// <param name="options">The file and how long the store waits for it.</param>
    public static SocialOpsBuilder UseSqlite(this SocialOpsBuilder builder, SqliteStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        return builder.UseStore(p => new SqliteStore(options, p.GetRequiredService<TimeProvider>(), p.GetService<ILoggerFactory>()?.CreateLogger<SqliteStore>()));
    }
}
