using System.Text.RegularExpressions;
using SocialOps.Relational.Sql;

namespace SocialOps.PostgreSql.Tests;

/// <summary>Rules over every SQL text.</summary>
public sealed partial class PostgreSqlCatalogueTests
{
    private static readonly PostgreSqlCatalogue Catalogue = new("socialops");

    // They look for work whosever it is, or touch no table of a tenant.
    private static readonly SqlText[] AcrossTenants = [Catalogue.Claims.Heads, Catalogue.Claims.Clock, Catalogue.Outcomes.Current, Catalogue.Outcomes.Of];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Catalogue.All.Count)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Text_OfTenantTables_AsksForTheTenant(int number)
    {
        var sql = Catalogue.All[number];
        if (AcrossTenants.Contains(sql) || sql.Text.Contains("\"socialops\".migration", StringComparison.Ordinal) || sql.Text.Contains("\"socialops\".meta", StringComparison.Ordinal))
        {
            return;
        }

        sql.Text.Should().MatchRegex(@"tenant_id = (@tenant|turn\.tenant)|VALUES \(@tenant,|' \|\| @tenant");
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Text_Parameters_AreThoseThatAreBound(int number)
    {
        var sql = Catalogue.All[number];

        Names().Matches(sql.Text).Select(m => m.Groups[1].Value).Distinct().Should().BeEquivalentTo(sql.Parameters);
    }

    [GeneratedRegex("@([a-z_0-9]+)")]
    private static partial Regex Names();
}
