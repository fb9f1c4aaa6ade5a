using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace SocialOps.Console.Desk;

/// <summary>The library over a file that is only read: a worker may have it meanwhile, and nobody is disturbed.</summary>
internal sealed class OpenedFile : IAsyncDisposable
{
    public static readonly Option<FileInfo> Option = new Option<FileInfo>("--db") { Description = "The SQLite file. It is only read; a worker may have it meanwhile.", Required = true, Validators = { Exists } };

    private readonly ServiceProvider _services;

    public OpenedFile(FileInfo file)
    {
        _services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSocialOps(ops => ops.UseSqlite(new Sqlite.SqliteStoreOptions { DataSource = file.FullName, ReadOnly = true }))
            .BuildServiceProvider();
        Ops = _services.GetRequiredService<ISocialOps>().Default;
    }

    private static void Exists(System.CommandLine.Parsing.OptionResult given)
    {
        if (given.Tokens is [{ Value: var file }, ..] && !File.Exists(file))
        {
            given.AddError($"--db {file}: there is no such file; 'run --db {file}' makes one.");
        }
    }

    public TenantServices Ops { get; }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
