using Npgsql;

namespace SocialOps.PostgreSql;

/// <summary>
/// The second net under the tenants (reliability c.3): with it the server itself shows a transaction the rows of its tenant only, even to a statement that forgot its filter. Claims,
/// which look across tenants, see work rows and nothing else.
/// </summary>
internal static class RowSecurity
{
    private const string Tenant = "tenant_id = NULLIF(current_setting('socialops.tenant', true), '')";

    private static readonly string[] Tables = ["record", "work_item", "audit_event"];

    /// <summary>What an administrator runs once: policies, and the rights of the user that the store connects as.</summary>
    public static string Script(string schema, string user)
    {
        var name = $"\"{user.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        var protect = Tables.SelectMany(table => new[]
        {
            $"ALTER TABLE {schema}.{table} ENABLE ROW LEVEL SECURITY;",
            $"ALTER TABLE {schema}.{table} FORCE ROW LEVEL SECURITY;",
            $"DROP POLICY IF EXISTS tenant ON {schema}.{table};",
            $"CREATE POLICY tenant ON {schema}.{table} USING ({Tenant}) WITH CHECK ({Tenant});",
        });
        return string.Join('\n', [
            "BEGIN;",
            .. protect,
            $"DROP POLICY IF EXISTS claims ON {schema}.work_item;",
            $"CREATE POLICY claims ON {schema}.work_item USING (current_setting('socialops.claims', true) = 'on');",
            $"GRANT USAGE ON SCHEMA {schema} TO {name};",
            $"GRANT SELECT, INSERT, UPDATE, DELETE ON {string.Join(", ", Tables.Select(t => $"{schema}.{t}"))} TO {name};",
            $"GRANT SELECT ON {schema}.migration, {schema}.meta TO {name};",
            $"GRANT USAGE ON SEQUENCE {schema}.work_item_number TO {name};",
            "COMMIT;",
            ""]);
    }

    /// <summary>Why the policies would not hold for this user, and the way out; <see langword="null"/> when they do.</summary>
    public static async ValueTask<string?> RefusalAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        const string ask = """
            SELECT (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user),
              (SELECT count(*) FROM pg_class WHERE relnamespace = $1::regnamespace AND relname = ANY($2) AND relrowsecurity AND relforcerowsecurity)
            """;
        var command = new NpgsqlCommand(ask, connection) { Parameters = { new() { Value = schema }, new() { Value = Tables } } };
        await using (command.ConfigureAwait(false))
        {
            var row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                await row.ReadAsync(cancellationToken).ConfigureAwait(false);
                return (row.GetBoolean(0), row.GetInt64(1)) switch
                {
                    (true, _) => "RowLevelSecurity is on, but the user is a superuser or has BYPASSRLS, whom no policy holds. Connect as another user.",
                    (_, var count) when count < Tables.Length => "RowLevelSecurity is on, but the tables have no policies. Run PostgreSqlStore.RowSecurityScript(user) as their owner once.",
                    _ => null,
                };
            }
        }
    }

    /// <summary>The transaction belongs to this tenant.</summary>
    public static ValueTask SetTenantAsync(NpgsqlTransaction transaction, TenantId tenant, CancellationToken cancellationToken) => SetAsync(transaction, "socialops.tenant", tenant.Value, cancellationToken);

    /// <summary>The transaction claims work.</summary>
    public static ValueTask SetClaimsAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) => SetAsync(transaction, "socialops.claims", "on", cancellationToken);

    private static async ValueTask SetAsync(NpgsqlTransaction transaction, string name, string value, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand("SELECT set_config($1, $2, true)", transaction.Connection, transaction) { Parameters = { new() { Value = name }, new() { Value = value } } };
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
