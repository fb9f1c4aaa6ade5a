using System.Data;
using System.Text.RegularExpressions;
using SocialOps.Relational.Sql;

namespace SocialOps.PostgreSql.Tests;

/// <summary>How the server goes about every SQL text, whatever its parameters.</summary>
public sealed partial class PostgreSqlPlanTests : StoreTest
{
    [Fact]
    public async Task Text_Plans_SearchByIndex()
    {
        var scans = new List<string>();
        foreach (var sql in new PostgreSqlCatalogue(Options.Schema).All.Where(s => !s.Text.Contains(".migration", StringComparison.Ordinal)))
        {
            var plan = await PlanAsync(sql);
            scans.AddRange(plan.Where(line => Regex.IsMatch(line, "Seq Scan on (record|work_item|audit_event)")).Select(_ => sql.Text));
        }

        scans.Should().BeEmpty();
    }

    [Fact]
    public async Task Page_OfRecords_SortsNothing()
    {
        var catalogue = new PostgreSqlCatalogue(Options.Schema);
        for (var slot = 0; slot <= 4; slot++)
        {
            foreach (var (descending, bounded) in new[] { (false, false), (false, true), (true, false), (true, true) })
            {
                (await PlanAsync(catalogue.Records.Page(slot, descending, bounded))).Should().NotContain(line => line.Contains("Sort", StringComparison.Ordinal))
                    .And.Contain(line => line.Contains(slot == 0 ? "record_pkey" : $"record_ix{slot}", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task Claim_Plans_WalkTheOpenRows()
    {
        var claims = new PostgreSqlCatalogue(Options.Schema).Claims;

        (await PlanAsync(claims.Take)).Should().Contain(line => line.Contains("Index Scan using work_item_open", StringComparison.Ordinal))
            .And.NotContain(line => line.Contains("Sort", StringComparison.Ordinal));
        (await PlanAsync(claims.Heads, run: true)).Count(line => line.Contains("work_item_open", StringComparison.Ordinal)).Should().Be(3, "it skips from tenant to tenant");
    }

    private protected override async Task PrepareAsync()
    {
        await Store.OpenAsync();
        await TestServer.SqlAsync(
            $"""
            INSERT INTO {Options.Schema}.work_item
            SELECT 'agency-' || i % 5, i, 'case.clock', 'case', 1, i, 0, NULL, NULL, 0, 0, i::text, 1, '', NULL FROM generate_series(1, 5000) i;
            ANALYZE {Options.Schema}.work_item
            """);
    }

    [GeneratedRegex("@([a-z_0-9]+)")]
    private static partial Regex Names();

    private async Task<IReadOnlyList<string>> PlanAsync(SqlText sql, bool run = false)
    {
        // Run, it tells the plans of nested queries of a recursion too.
        var types = sql.Parameters.Select(p => SqlText.TypeOf(p) switch { DbType.Int64 => "bigint", DbType.Binary => "bytea", _ => "text" });
        var text = Names().Replace(sql.Text, m => $"${sql.Parameters.ToList().IndexOf(m.Groups[1].Value) + 1}");
        var (declared, given) = sql.Parameters.Count == 0 ? ("", "") : ($"({string.Join(", ", types)})", $"({string.Join(", ", sql.Parameters.Select(_ => "NULL"))})");
        var plan = "";
        await Store.WriteAsync(async transaction =>
        {
            await transaction.Connection.SqlAsync($"SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; PREPARE asked{declared} AS {text}");
            plan = await transaction.Connection.SqlAsync($"EXPLAIN {(run ? "ANALYZE " : "")}EXECUTE asked{given}");
            await transaction.Connection.SqlAsync("DEALLOCATE asked");
        });
        return plan.Split(',');
    }
}
