using System.Data.Common;
using Npgsql;

namespace SocialOps.PostgreSql;

/// <summary>The row that a transaction touched last: the one that it lost when the server lets another transaction be first. One caller at a time.</summary>
internal sealed class TouchedRow
{
    private (string Kind, string Id, long Version)? _row;
    private ConcurrencyConflictException? _lost;

    public void Set(string kind, string id, long expectedVersion) => _row = (kind, id, expectedVersion);

    public void ThrowIfLost()
    {
        if (_lost is not null)
        {
            throw _lost;
        }
    }

    public Exception? Translate(Exception error, NpgsqlConnection connection)
        => _row is { } row && error is DbException race && PostgreSqlErrors.IsLostRace(race) ? _lost = new(row.Kind, row.Id, row.Version) : PostgreSqlErrors.Translate(error, connection);
}
