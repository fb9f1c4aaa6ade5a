using SocialOps.Content;
using SocialOps.Definitions;
using SocialOps.ServicePackages;

namespace SocialOps.Tests.ServicePackages;

/// <summary>Included, excluded, and goodwill that is counted.</summary>
public sealed class EntitlementTests
{
    [Fact]
    [Requirement("0.5")]
    public void FindEntitlement_OfAKindOfContent_GoesBeforeThatOfAll()
    {
        var package = PackageTemplates.Einsteiger;

        package.FindEntitlement(Activities.Research, ContentKind.IndustryNews)!.Class.Should().Be(ServiceClass.Goodwill);
        package.FindEntitlement(Activities.Research, ContentKind.General)!.Class.Should().Be(ServiceClass.Included);
        package.FindEntitlement(Activities.Research).Should().BeNull();
        package.FindEntitlement(Activities.CommunityManagement)!.Class.Should().Be(ServiceClass.Excluded);
    }

    [Theory]
    [Requirement("0.5")]
    [InlineData(ServiceClass.Goodwill, 0, "error: packages[plus].entitlements[0].allowance: goodwill for 'design' is not counted; write how often nobody minds, e.g. 1 per month.")]
    [InlineData(ServiceClass.Included, 1, "error: packages[plus].entitlements[0].allowance: 'design' is included, so nothing is counted; leave the allowance out, or write it as goodwill.")]
    public void Validate_AllowanceThatDoesNotFit_SaysSo(ServiceClass serviceClass, int allowance, string finding)
        => Findings(p => p with { Entitlements = [new(Activities.Design, serviceClass, null, allowance > 0 ? new("design", allowance, GoodwillPeriod.Month) : null)] }).Should().Equal(finding);

    [Fact]
    public void Validate_ActivityThatIsIncludedAndExcluded_SaysSo()
        => Findings(p => p with { Entitlements = [new(Activities.Design, ServiceClass.Included), new(Activities.Design, ServiceClass.Excluded)] })
            .Should().Equal("error: packages[plus].entitlements[1]: 'design' stands here twice; keep one of included, excluded and goodwill.");

    [Fact]
    [Requirement("3.1")]
    public void Validate_ActivityThatNobodyKnows_NamesTheNearest()
        => Findings(p => p with { Entitlements = [new(new("desing"), ServiceClass.Included)] })
            .Should().Equal("error: packages[plus].entitlements[0].activity: activity 'desing' is not defined; did you mean 'design'?");

    [Fact]
    [Requirement("3.1")]
    public void Validate_ActivityOfTheAgencysOwn_IsKnown()
    {
        var agency = TestAgency.Create();
        agency = agency with { Activities = [new() { Id = new("podcast"), Name = "Podcast" }], Packages = [agency.Packages[0] with { Entitlements = [new(new("podcast"), ServiceClass.Included)] }, agency.Packages[1]] };

        AgencyValidation.Validate(agency).Should().BeEmpty();
    }

    [Fact]
    [Requirement("0.8")]
    public void Validate_AccountOnANetworkThatThePackageIsNotFor_IsRefused()
        => Findings(p => p with { Networks = ["instagram"] })
            .Should().Equal("error: clients[shop].accounts[shop-x].network: package 'plus' is for instagram, not for x; agree on it in the package first, or take the account out.");

    [Fact]
    public void Validate_AgencyAnswersButCommunityManagementIsExcluded_IsRefused()
        => Findings(p => p with { Entitlements = [new(Activities.CommunityManagement, ServiceClass.Excluded)] })
            .Should().Equal("error: packages[plus].engagement: the agency answers comments, but 'community-management' is excluded; include it, or let the client answer.");

    private static IEnumerable<string> Findings(Func<PackageDefinition, PackageDefinition> change)
    {
        var agency = TestAgency.Create();
        return AgencyValidation.Validate(agency with { Packages = [change(agency.Packages[0]), agency.Packages[1]] }).Select(f => f.ToString());
    }
}
