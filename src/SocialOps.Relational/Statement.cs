using System.Data.Common;

namespace SocialOps.Relational;

/// <summary>A prepared command with its values set. Reading is always to the end, so that the database knows that the statement is over.</summary>
internal sealed class Statement(DbCommand command, Func<Exception, Exception?> translate) : IDisposable
{
    public DbCommand Command => command;

    /// <summary>Runs the statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public async ValueTask<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (translate(e) is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>Runs the statement and maps its rows.</summary>
    public async ValueTask<List<T>> ListAsync<T>(Func<DbDataReader, T> map, CancellationToken cancellationToken)
    {
        try
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var rows = new List<T>();
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    rows.Add(map(reader));
                }

                return rows;
            }
        }
        catch (Exception e) when (translate(e) is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>Runs the statement and maps its one row.</summary>
    public async ValueTask<T?> FindAsync<T>(Func<DbDataReader, T> map, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                T? row = null;
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    row = map(reader);
                }

                return row;
            }
        }
        catch (Exception e) when (translate(e) is { } translated)
        {
            throw translated;
        }
    }

    public void Dispose() => command.Dispose();
}
