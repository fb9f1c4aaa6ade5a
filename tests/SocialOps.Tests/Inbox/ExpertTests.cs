using NodaTime;
using SocialOps.Definitions;
using SocialOps.People;
using SocialOps.ServicePackages;

namespace SocialOps.Tests.Inbox;

/// <summary>Who knows about it is asked directly.</summary>
public sealed class ExpertTests
{
    [Fact]
    [Requirement("4.12")]
    public async Task ContactClient_ItemSpeaksOfATopic_TheExpertIsAskedFirst()
    {
        await using var ops = await TestOps.StartAsync(Agency());
        var battery = await ops.ReceiveAsync("Der Akku ist kaputt!");
        var wheel = await ops.ReceiveAsync("Das Rad ist kaputt!");
        ops.Desk.Told.Clear();

        await ops.Ops.Cases.ContactClientAsync(battery.Id, TestOps.Ada, "What may we offer?");
        await ops.Ops.Cases.ContactClientAsync(wheel.Id, TestOps.Ada, "What may we offer?");
        await ops.PassAsync(Duration.FromMinutes(1));

        Of(ops, battery.Id.Value).Should().Equal("electrician (shop)");
        Of(ops, wheel.Id.Value).Should().Equal("owner (shop)");
    }

    [Fact]
    [Requirement("4.12")]
    public async Task ContactClient_TheExpertIsSilent_TheOthersFollow()
    {
        await using var ops = await TestOps.StartAsync(Agency());
        var battery = await ops.ReceiveAsync("Der Akku ist kaputt!");
        ops.Desk.Told.Clear();

        await ops.Ops.Cases.ContactClientAsync(battery.Id, TestOps.Ada, "What may we offer?");
        await ops.PassAsync(Duration.FromHours(3));

        Of(ops, battery.Id.Value).Where(n => n.EndsWith("(shop)", StringComparison.Ordinal)).Should().StartWith(["electrician (shop)", "owner (shop)"]);
    }

    [Fact]
    [Requirement("4.12")]
    public async Task Receive_APersonKnowsAboutIt_IsToldAtOnceBesideWhoeverIsOnDuty()
    {
        await using var ops = await TestOps.StartAsync(Agency());

        var opened = await ops.ReceiveAsync("Meine Kette ist kaputt");

        ops.Desk.Told.Where(t => t.Recipient == new Recipient.OfAgency(TestAgency.Ben)).SelectMany(t => t.Notices).Should().ContainSingle(n => n.Text.StartsWith("You know about this, please help ada", StringComparison.Ordinal));
        opened.Responsible.Should().Be(new Recipient.OfAgency(TestAgency.Ada));
    }

    [Fact]
    [Requirement("4.12")]
    public void Validate_ExpertWhoIsNotThere_IsAnErrorThatNamesThoseWhoAre()
    {
        var agency = Agency();
        var broken = agency with { Clients = [agency.Clients[0] with { Experts = [new(["*"], new Party.ClientSide("plumber")), new(["x"], new Party.AgencyDuty())] }, agency.Clients[1]] };

        AgencyValidation.Validate(broken).Select(f => f.Path).Should().BeEquivalentTo("clients[shop].experts[0].about", "clients[shop].experts[0].ask", "clients[shop].experts[1].ask");
    }

    private static IEnumerable<string> Of(TestOps ops, string subject)
        => [.. ops.Desk.Told.SelectMany(t => t.Notices.Where(n => n.SubjectId == subject && n.ConfirmDelivery).Select(_ => t.Recipient.ToString()!))];

    private static AgencyDefinition Agency()
    {
        var agency = TestAgency.Create();
        var shop = agency.Clients[0];
        return agency with
        {
            Clients =
            [
                shop with
                {
                    Contacts = [.. shop.Contacts, new("electrician", "Electrician", [new("phone", "+49 40 5550 0101")], Topics: ["damage"])],
                    Experts = [new(["akku*", "lade kabel"], new Party.ClientSide("electrician")), new(["kette*"], new Party.NamedPerson(TestAgency.Ben))],
                },
                agency.Clients[1],
            ],
        };
    }
}
