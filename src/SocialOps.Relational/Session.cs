using System.Data.Common;
using SocialOps.Relational.Sql;

namespace SocialOps.Relational;

/// <summary>A connection with its prepared statements: each is prepared once and bound anew. Not thread-safe, like the connection.</summary>
/// <param name="connection">An open connection; the session closes it.</param>
/// <param name="catalogue">The texts.</param>
/// <param name="translate">The exception that the library throws for a driver's one; <see langword="null"/> leaves it as it is.</param>
/// <param name="prepares">Whether statements are prepared here; otherwise the driver does so itself.</param>
internal sealed class Session(DbConnection connection, SqlCatalogue catalogue, Func<Exception, Exception?> translate, bool prepares = true) : IDisposable
{
    private readonly Statement?[] _statements = new Statement?[catalogue.All.Count];

    public DbConnection Connection => connection;

    /// <summary>The transaction that the statements run in.</summary>
    public DbTransaction? Transaction { get; set; }

    /// <summary>The statement of a text with these values, in the order of the text's parameters. It is good until the same text is bound again.</summary>
    public Statement Bind(SqlText sql, params ReadOnlySpan<object?> values)
    {
        var statement = _statements[sql.Number] ??= Prepare(sql);
        var parameters = statement.Command.Parameters;
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, parameters.Count);
        for (var i = 0; i < values.Length; i++)
        {
            parameters[i].Value = values[i] ?? DBNull.Value;
        }

        Join(statement.Command);
        return statement;
    }

    public void Dispose()
    {
        foreach (var statement in _statements)
        {
            statement?.Dispose();
        }

        connection.Dispose();
    }

    /// <summary>A driver refuses a transaction that has ended with its connection.</summary>
    private void Join(DbCommand command)
    {
        try
        {
            command.Transaction = Transaction;
        }
        catch (Exception e) when (translate(e) is { } translated)
        {
            throw translated;
        }
    }

    private Statement Prepare(SqlText sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql.Text;
        Join(command);
        foreach (var name in sql.Parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@{name}";
            parameter.DbType = SqlText.TypeOf(name);
            command.Parameters.Add(parameter);
        }

        if (prepares)
        {
            command.Prepare();
        }

        return new(command, translate);
    }
}
