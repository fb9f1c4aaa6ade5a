using System.Text.RegularExpressions;
using SocialOps.Relational.Sql;
using SocialOps.Storage;
using SocialOps.Testing;

namespace SocialOps.Sqlite.Tests;

/// <summary>Rules over every SQL text.</summary>
public sealed partial class SqliteCatalogueTests
{
    private static readonly SqliteCatalogue Catalogue = SqliteCatalogue.Instance;

    // They look for work whosever it is, and say so.
    private static readonly SqlText[] AcrossTenants = [Catalogue.Claims.Heads, Catalogue.Claims.VoidLeases];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Catalogue.All.Count)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Text_OfTenantTables_AsksForTheTenant(int number)
    {
        var sql = Catalogue.All[number];
        if (AcrossTenants.Contains(sql) || sql.Text.Contains("so_migration", StringComparison.Ordinal) || sql.Text.Contains("so_meta", StringComparison.Ordinal))
        {
            return;
        }

        sql.Text.Should().MatchRegex(@"tenant_id = @tenant|VALUES \(@tenant,");
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Text_Parameters_AreThoseThatAreBound(int number)
    {
        var sql = Catalogue.All[number];

        Names().Matches(sql.Text).Select(m => m.Groups[1].Value).Distinct().Should().BeEquivalentTo(sql.Parameters);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Text_Plan_SearchesByIndex(int number)
    {
        var sql = Catalogue.All[number];
        if (sql == Catalogue.Migrations.Create || sql == Catalogue.Migrations.Applied || sql == Catalogue.Claims.VoidLeases)
        {
            return;
        }

        (await PlanAsync(sql)).Should().NotContain(line => Regex.IsMatch(line, "^SCAN (so_|w)"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Page_OfRecords_SortsNothing(int slot)
    {
        foreach (var (descending, bounded) in new[] { (false, false), (false, true), (true, false), (true, true) })
        {
            var plan = await PlanAsync(Catalogue.Records.Page(slot, descending, bounded));
            plan.Should().ContainSingle().Which.Should().Contain(slot == 0 ? "sqlite_autoindex_so_record" : $"so_record_ix{slot} ").And.MatchRegex(@"tenant_id=\? AND kind=\? AND .*[<>]");
        }
    }

    [Fact]
    public async Task Page_OfASubjectsAuditEvents_WalksItsOwnAlone()
    {
        foreach (var sql in new[] { Catalogue.Audit.PageOfSubject, Catalogue.Audit.PageOfSubjectDown })
        {
            (await PlanAsync(sql)).Should().ContainSingle().Which.Should().Contain("so_audit_event_subject (tenant_id=? AND subject_id=? AND seq");
        }
    }

    [Fact]
    public async Task Claim_Plans_WalkTheOpenRows()
    {
        (await PlanAsync(Catalogue.Claims.Take)).Should().Contain(line => line.Contains("so_work_item_open (class=? AND tenant_id=? AND due_at<?)", StringComparison.Ordinal))
            .And.NotContain(line => line.Contains("TEMP B-TREE", StringComparison.Ordinal));
        (await PlanAsync(Catalogue.Claims.Heads)).Should().Contain(line => line.Contains("so_work_item_open (class=? AND tenant_id=?)", StringComparison.Ordinal))
            .And.Contain(line => line.Contains("so_work_item_open (class=? AND tenant_id>?)", StringComparison.Ordinal));
    }

    [GeneratedRegex("@([a-z_0-9]+)")]
    private static partial Regex Names();

    private static async Task<IReadOnlyList<string>> PlanAsync(SqlText sql)
    {
        using var folder = new TempFolder();
        await using var store = new SqliteStore(new() { DataSource = folder.File("socialops.db") }, new FakeTime());
        await using var transaction = (ISqliteStoreTransaction)await store.BeginAsync(TenantId.Default, StoreAccess.Write);
        using var command = transaction.Connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql.Text}";
        foreach (var name in sql.Parameters)
        {
            command.Parameters.AddWithValue($"@{name}", DBNull.Value);
        }

        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(reader.GetString(3));
        }

        return lines;
    }
}
