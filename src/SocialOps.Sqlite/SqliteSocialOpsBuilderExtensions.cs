using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SocialOps.DependencyInjection;
using SocialOps.Sqlite;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses the SQLite store.</summary>
public static class SqliteSocialOpsBuilderExtensions
{
    private static readonly Func<IServiceProvider, SqliteStore> s_create = services
        => new(services.GetRequiredService<IOptions<SqliteStoreOptions>>().Value, services.GetRequiredService<TimeProvider>(), services.GetService<ILoggerFactory>()?.CreateLogger<SqliteStore>());

    /// <summary>Keeps everything in one SQLite file. Its path is relative to the current directory.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">E.g. <c>Data Source=socialops.db</c>; see <see cref="SqliteStoreOptions.FromConnectionString"/>.</param>
    /// <exception cref="ArgumentException">It is not a connection string, or names no file.</exception>
    /// <exception cref="WiringException">Another store, or another file, was chosen before.</exception>
    public static SocialOpsBuilder UseSqlite(this SocialOpsBuilder builder, string connectionString)
        => builder.UseSqlite(SqliteStoreOptions.FromConnectionString(connectionString));

    /// <summary>Keeps everything in one SQLite file. All the options' values are taken; what the host configures afterwards (<c>services.Configure</c>) comes on top.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="options">Where the file is.</param>
    /// <exception cref="ArgumentException">An option is out of its bounds; the message names it.</exception>
    /// <exception cref="WiringException">Another store, or another file, was chosen before.</exception>
    public static SocialOpsBuilder UseSqlite(this SocialOpsBuilder builder, SqliteStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        var chosen = options.Checked();
        if (builder.Services.FirstOrDefault(d => d.ServiceType == typeof(Chosen)) is not { } before)
        {
            builder.Services.AddSingleton(new Chosen(chosen));
        }
        else if (((Chosen)before.ImplementationInstance!).Options is { } first && first != chosen)
        {
            throw new WiringException($"UseSqlite is called twice with different options, for '{first.DataSource}' and '{chosen.DataSource}': keep one UseSqlite call.");
        }

        return builder.UseSqlite(o => o.Take(chosen));
    }

    /// <summary>Keeps everything in the SQLite file that <see cref="SqliteStoreOptions"/> names: as they are bound with <c>services.Configure</c>, and then as <paramref name="configure"/> says.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets what is not bound.</param>
    /// <exception cref="WiringException">Another store was chosen before.</exception>
    /// <remarks>An option that is out of its bounds stops the start with an <see cref="OptionsValidationException"/> that names it.</remarks>
    public static SocialOpsBuilder UseSqlite(this SocialOpsBuilder builder, Action<SqliteStoreOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SqliteStoreOptions>, SqliteStoreOptionsValidator>());
        if (configure is not null)
        {
            builder.Services.Configure(configure);
        }

        return builder.UseStore(s_create);
    }

    /// <summary>Which file was chosen.</summary>
    private sealed record Chosen(SqliteStoreOptions Options);
}
