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
        await MoveAsync(string.Create(CultureInfo.InvariantCulture, $"lease_until - {length.TotalMilliseconds:0} * interval '1 millisecond'"), "true");
    }

    /// <summary>The leases of a worker that is dead have run out.</summary>
    public Task RunOutAsync(int process) => MoveAsync("now() - interval '1 second'", string.Create(CultureInfo.InvariantCulture, $"lease_owner LIKE '%/{process}'"));

    public async Task DropAsync()
    {
        if (place.Kind == "postgres")
        {
            await SqlAsync($"DROP SCHEMA IF EXISTS {place.Where} CASCADE");
        }
    }

    /// <summary>Rows that somebody holds at this moment are left: a lease may last longer, never less than it should.</summary>
    private async Task MoveAsync(string until, string which)
    {
        if (place.Kind != "postgres")
        {
            return;
        }

        try
        {
            await SqlAsync($"""
                UPDATE {place.Where}.work_item SET lease_until = {until} WHERE (tenant_id, id) IN
                  (SELECT tenant_id, id FROM {place.Where}.work_item WHERE state = 0 AND lease_until IS NOT NULL AND {which} FOR UPDATE SKIP LOCKED)
                """);
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            // The first worker was killed before it made the tables.
        }
    }

    private async Task SqlAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(place.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
