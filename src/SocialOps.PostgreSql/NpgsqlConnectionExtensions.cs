using Npgsql;

namespace SocialOps.PostgreSql;

/// <summary>How a transaction's connection goes back.</summary>
internal static class NpgsqlConnectionExtensions
{
    /// <summary>Rolls back what was not committed and gives the connection back; a lost connection has rolled back by itself.</summary>
    public static async ValueTask EndAsync(this NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        try
        {
            await transaction.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
        {
            // Whoever used the transaction has heard of it already, or did not want it.
        }
        finally
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }
}
