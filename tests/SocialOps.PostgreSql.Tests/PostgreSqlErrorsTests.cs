using Npgsql;

namespace SocialOps.PostgreSql.Tests;

/// <summary>What a driver says when its connection is gone, in whatever words.</summary>
public sealed class PostgreSqlErrorsTests : IAsyncLifetime
{
    private readonly NpgsqlConnection _connection = new(TestServer.ConnectionString);

    public async ValueTask InitializeAsync() => await _connection.OpenAsync();

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    [Fact]
    public void Translate_DriverTripsOverWhatItHasDisposedOf_IsTheStoresAbsence()
        => PostgreSqlErrors.Translate(new ObjectDisposedException("System.Threading.ManualResetEventSlim"), _connection)!.Message.Should().StartWith("PostgreSQL cannot go on: the connection was lost.");

    [Fact]
    public async Task Translate_ConnectionIsClosed_IsTheStoresAbsence()
    {
        await _connection.CloseAsync();

        PostgreSqlErrors.Translate(new InvalidOperationException("Connection is not open"), _connection)!.Message.Should().StartWith("PostgreSQL cannot go on: the connection was lost.");
    }

    [Fact]
    public void Translate_MistakeOnAnOpenConnection_StaysOne()
        => PostgreSqlErrors.Translate(new InvalidOperationException("A mistake"), _connection).Should().BeNull();
}
