using NodaTime;
using SocialOps.Crisis;
using SocialOps.Definitions;

namespace SocialOps.Tests.Inbox.Crises;

/// <summary>A campaign raises the floor of what counts as a wave, and mutes no complaint.</summary>
public sealed class CampaignTests
{
    private static readonly LocalDate Friday = new(2026, 6, 12);

    [Theory]
    [Requirement("2.9")]
    [InlineData(false, WaveLevel.RepeatedCriticism)]
    [InlineData(true, WaveLevel.Calm)]
    public async Task Receive_TwelveFriendlyCommentsInAnHour_AreAWaveOnlyWithoutACampaign(bool isCampaign, WaveLevel level)
        => (await LevelAfterAsync(isCampaign ? Campaign(Friday, Friday) : TestAgency.Create(), "Danke, schön hier")).Should().Be(level);

    [Fact]
    [Requirement("2.9")]
    public async Task Receive_TwelveComplaintsDuringACampaign_AreAWave()
        => (await LevelAfterAsync(Campaign(Friday, Friday), "Alles kaputt")).Should().Be(WaveLevel.RepeatedCriticism);

    [Fact]
    public async Task Receive_TheDayAfterACampaign_CountsAsEver()
        => (await LevelAfterAsync(Campaign(Friday.PlusDays(-7), Friday.PlusDays(-1)), "Danke, schön hier")).Should().Be(WaveLevel.RepeatedCriticism);

    [Fact]
    public async Task Validate_CampaignThatEndsBeforeItBegins_IsRefused()
    {
        var apply = () => TestOps.StartAsync(Campaign(Friday, Friday.PlusDays(-1)));

        (await apply.Should().ThrowAsync<InvalidDefinitionException>()).WithMessage("*clients[shop].campaigns[fest].until*2026-06-11 lies before the first day, 2026-06-12; write the last day.*");
    }

    [Fact]
    public async Task Join_TheClientHasAWaveElsewhere_IsNotAnsweredByItself()
    {
        await using var ops = await TestOps.StartAsync();
        var calm = await ops.ReceiveAsync("Hm", thread: "calm", author: "paul");
        var grave = await ops.ReceiveAsync("Alles kaputt", thread: "grave");
        await ops.Ops.Cases.SetWaveLevelAsync(grave.Id, TestOps.Ada, WaveLevel.LastingCriticism, "it grows");

        await ops.ReceiveAsync("Danke für alles", thread: "calm", author: "paul");

        (await ops.CaseAsync(calm.Id)).ClosedAt.Should().BeNull();
        ops.Network.Posts.Should().BeEmpty("a person decides while the client is in a crisis");
    }

    private static async Task<WaveLevel> LevelAfterAsync(AgencyDefinition agency, string text)
    {
        await using var ops = await TestOps.StartAsync(agency);
        await ops.ReceiveAsync(text, thread: "t", author: "author-0");
        for (var i = 1; i < 12; i++)
        {
            await ops.ReceiveAsync(text, thread: "t", author: $"author-{i}");
        }

        return (await ops.CaseAsync((await ops.Ops.Inbox.QueryClientAsync(TestAgency.Shop)).Items[^1].Case)).Alarm.Level;
    }

    private static AgencyDefinition Campaign(LocalDate from, LocalDate until)
    {
        var agency = TestAgency.Create();
        return agency with { Clients = [agency.Clients[0] with { Campaigns = [new("fest", from, until)] }, agency.Clients[1]] };
    }
}
