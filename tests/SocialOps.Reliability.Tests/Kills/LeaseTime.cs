using System.Globalization;
using Npgsql;
using SocialOps.FakeNetwork;
using SocialOps.KillWorker;

namespace SocialOps.Reliability.Tests.Kills;

/// <summary>Lets time pass for everybody: first for the workers and the network, then for the leases that a server keeps in its own time.</summary>
internal sealed class LeaseTime(StorePlace place, SharedClock clock)
{
    public SharedClock Clock => clock;

    public async Task PassAsync(TimeSpan length)
    {
        clock.Pass(length);
        await RunAsync(string.Create(CultureInfo.InvariantCulture, $"SET lease_until = lease_until - {length.TotalMilliseconds:0} * interval '1 millisecond' WHERE state = 0 AND lease_until IS NOT NULL"));
    }

    /// <summary>The leases of a worker that is dead have run out.</summary>
    public Task RunOutAsync(int process)
        => RunAsync(string.Create(CultureInfo.InvariantCulture, $"SET lease_until = now() - interval '1 second' WHERE state = 0 AND lease_owner LIKE '%/{process}'"));

    public async Task DropAsync()
    {
        if (place.Kind == "postgres")
        {
            await SqlAsync($"DROP SCHEMA IF EXISTS {place.Where} CASCADE");
        }
    }

    private async Task RunAsync(string change)
    {
        if (place.Kind != "postgres")
        {
            return;
        }

        try
        {
            await SqlAsync($"UPDATE {place.Where}.work_item {change}");
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            // The first worker was killed before it made the tables.
        }
    }

    private static async Task SqlAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Environment.GetEnvironmentVariable("SOCIALOPS_POSTGRES"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
