using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.People;
using SocialOps.ServicePackages;

namespace SocialOps.Tests.Definitions.Validation;

/// <summary>Whoever handles complaints can reach the client at any hour.</summary>
[Requirement("0.17")]
public sealed class EmergencyContactTests
{
    private const string Missing = "error: clients[client].contacts: package 'package' handles complaints, but client 'client' has no emergency contact who can be reached; mark one contact as emergency and write how to reach them.";

    [Fact]
    public void Validate_AgencyAnswersAndNoEmergencyContact_IsAnError()
        => With(Agencies.Package(EngagementOwner.Agency, Category.Praise), Agencies.Client(isEmergency: false)).Findings().Should().Equal(Missing);

    [Fact]
    public void Validate_ComplaintsArePromisedAndNoEmergencyContact_IsAnError()
        => With(Agencies.Package(EngagementOwner.Client, Category.Complaint), Agencies.Client(isEmergency: false)).Findings().Should().Equal(Missing);

    [Fact]
    public void Validate_LevelForAllCategoriesAndNoEmergencyContact_IsAnError()
        => With(Agencies.Package(EngagementOwner.Client), Agencies.Client(isEmergency: false)).Findings().Should().Equal(Missing);

    [Fact]
    public void Validate_EmergencyContactWithoutContactMethod_IsAnError()
    {
        var client = Agencies.Client(isEmergency: true);
        var agency = With(Agencies.Package(EngagementOwner.Agency), client with { Contacts = [client.Contacts[0] with { Contacts = [] }] });

        agency.Findings().Should().Contain(Missing);
    }

    [Fact]
    public void Validate_NoComplaintsAndNoEmergencyContact_IsAWarning()
        => With(Agencies.Package(EngagementOwner.Client, Category.Praise), Agencies.Client(isEmergency: false)).Findings()
            .Should().Equal("warning: clients[client].contacts: client 'client' has no emergency contact: escalation ends at the agency. Mark one contact as emergency.");

    [Fact]
    public void Validate_EmergencyContactWhoCanBeReached_IsEnough()
        => With(Agencies.Package(EngagementOwner.Agency), Agencies.Client(isEmergency: true, new ContactMethod("phone", "+49 40 5550 01"))).Findings().Should().BeEmpty();

    private static AgencyDefinition With(PackageDefinition package, ClientDefinition client) => Agencies.Sound with { Packages = [package], Clients = [client] };
}
