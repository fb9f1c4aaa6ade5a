using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SocialOps.DependencyInjection;
using SocialOps.PostgreSql;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses the PostgreSQL store.</summary>
public static class PostgreSqlSocialOpsBuilderExtensions
{
    private static readonly Func<IServiceProvider, PostgreSqlStore> s_create = services
        => new(services.GetRequiredService<IOptions<PostgreSqlStoreOptions>>().Value, services.GetRequiredService<TimeProvider>(), services.GetService<ILoggerFactory>()?.CreateLogger<PostgreSqlStore>());

    /// <summary>Keeps everything in the schema <c>socialops</c> of a PostgreSQL database. Its tables must be there: see <see cref="PostgreSqlStore.MigrateAsync"/>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">E.g. <c>Host=localhost;Database=agency;Username=agency</c>.</param>
    /// <exception cref="ArgumentException">It is not a connection string, or names no host.</exception>
    /// <exception cref="WiringException">Another store, or another database, was chosen before.</exception>
    public static SocialOpsBuilder UsePostgreSql(this SocialOpsBuilder builder, string connectionString)
        => builder.UsePostgreSql(new PostgreSqlStoreOptions { ConnectionString = connectionString });

    /// <summary>Keeps everything in a schema of a PostgreSQL database. All the options' values are taken; what the host configures afterwards (<c>services.Configure</c>) comes on top.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="options">Where the database is.</param>
    /// <exception cref="ArgumentException">An option is out of its bounds; the message names it.</exception>
    /// <exception cref="WiringException">Another store, or another database, was chosen before.</exception>
    public static SocialOpsBuilder UsePostgreSql(this SocialOpsBuilder builder, PostgreSqlStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        var chosen = options.Checked();
        if (builder.Services.FirstOrDefault(d => d.ServiceType == typeof(Chosen)) is not { } before)
        {
            builder.Services.AddSingleton(new Chosen(chosen));
        }
        else if (((Chosen)before.ImplementationInstance!).Options != chosen)
        {
            throw new WiringException("UsePostgreSql is called twice with different options: keep one UsePostgreSql call.");
        }

        return builder.UsePostgreSql(o => o.Take(chosen));
    }

    /// <summary>Keeps everything in the database that <see cref="PostgreSqlStoreOptions"/> name: as they are bound with <c>services.Configure</c>, and then as <paramref name="configure"/> says.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets what is not bound.</param>
    /// <exception cref="WiringException">Another store was chosen before.</exception>
    /// <remarks>An option that is out of its bounds stops the start with an <see cref="OptionsValidationException"/> that names it.</remarks>
    public static SocialOpsBuilder UsePostgreSql(this SocialOpsBuilder builder, Action<PostgreSqlStoreOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PostgreSqlStoreOptions>, PostgreSqlStoreOptionsValidator>());
        if (configure is not null)
        {
            builder.Services.Configure(configure);
        }

        return builder.UseStore(s_create);
    }

    /// <summary>Which database was chosen.</summary>
    private sealed record Chosen(PostgreSqlStoreOptions Options);
}
