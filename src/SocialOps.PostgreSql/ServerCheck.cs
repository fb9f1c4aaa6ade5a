using Npgsql;

namespace SocialOps.PostgreSql;

/// <summary>What a server says about itself that durability rests on.</summary>
/// <param name="Version">As <c>server_version_num</c>, e.g. 150004.</param>
/// <param name="Fsync">The setting.</param>
/// <param name="SynchronousCommit">The setting, as it is for the store's connections.</param>
/// <param name="FullPageWrites">The setting.</param>
/// <param name="Encoding">The database's.</param>
/// <param name="IsStandby">Whether it only repeats another server.</param>
internal sealed record ServerCheck(int Version, string Fsync, string SynchronousCommit, string FullPageWrites, string Encoding, bool IsStandby)
{
    private const int OldestMajor = 15;

    private const string Ask = """
        SELECT current_setting('server_version_num')::integer, current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes'),
          current_setting('server_encoding'), pg_is_in_recovery()
        """;

    public static async ValueTask<ServerCheck> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(Ask, connection);
        await using (command.ConfigureAwait(false))
        {
            var row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                await row.ReadAsync(cancellationToken).ConfigureAwait(false);
                return new(row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetBoolean(5));
            }
        }
    }

    /// <summary>Why the server cannot be used, and the way out; <see langword="null"/> when it can.</summary>
    public string? Refusal(bool allowUnsafe)
    {
        if (Encoding != "UTF8")
        {
            return $"The database's encoding is {Encoding}. Create one with ENCODING 'UTF8'.";
        }

        if (IsStandby)
        {
            return "The server is a standby, which only reads. Connect to the primary, e.g. with Target Session Attributes=primary.";
        }

        return allowUnsafe ? null : Unsafe() is { } what ? $"{what}, or set AllowUnsafeServer where that does not matter." : null;
    }

    private string? Unsafe()
    {
        if (Version < OldestMajor * 10_000)
        {
            return $"The server is PostgreSQL {Version / 10_000}; the store is made for {OldestMajor} and later. Upgrade it";
        }

        return (Fsync, SynchronousCommit, FullPageWrites) switch
        {
            ("off", _, _) => "The server runs with fsync=off: a power loss can destroy the database. Switch it on",
            (_, "off", _) => "The server runs with synchronous_commit=off: a power loss takes what was acknowledged. Switch it on for this user and database",
            (_, _, "off") => "The server runs with full_page_writes=off: a power loss can destroy the database. Switch it on",
            _ => null,
        };
    }
}
