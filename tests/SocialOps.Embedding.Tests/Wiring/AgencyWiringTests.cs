using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocialOps.DependencyInjection;
using SocialOps.Tests;

namespace SocialOps.Embedding.Tests.Wiring;

/// <summary>Where the agency and what was added do not meet, the start says so and goes on.</summary>
public sealed class AgencyWiringTests
{
    [Fact]
    public async Task Start_ConnectorForANetworkThatNoChannelUses_IsWarnedOf()
        => (await WarningsAsync(ops => ops.AddConnector<MailboxConnector>())).Should()
            .Contain("MailboxConnector serves the network 'mailbox', which no channel of the agency uses: correct the channel's network, or leave AddConnector<MailboxConnector> out.");

    [Fact]
    public async Task Start_NetworkWithoutConnector_IsWarnedOf()
        => (await WarningsAsync(_ => { })).Should().Contain("No connector serves the network 'x', which a channel of the agency uses: call AddConnector<...> with one whose Network is 'x', or '*'.");

    [Fact]
    public async Task Start_ContactMethodWithoutChannel_IsWarnedOf()
        => (await WarningsAsync(ops => ops.AddNotificationChannel<Phone>())).Should()
            .Contain("No notification channel serves 'mail', by which the agency reaches people: call AddNotificationChannel<...> with one whose Kind is 'mail', or '*'.");

    [Fact]
    public async Task Start_EverythingIsServed_WarnsOfNothing()
        => (await WarningsAsync(ops => ops.AddConnector(_ => new FakeNetwork()).AddNotificationChannel(_ => new FakeDesk()))).Should().BeEmpty();

    private static async Task<IReadOnlyList<string>> WarningsAsync(Action<SocialOpsBuilder> configure)
    {
        var log = new LogList();
        await using var services = new ServiceCollection().AddLogging(b => b.AddProvider(log))
            .AddSocialOps(ops => configure(ops.UseInMemory().AddAgency(_ => TestAgency.Create()))).BuildServiceProvider();
        await services.GetRequiredService<SocialOpsStart>().RunAsync();
        return [.. log.Entries.Where(e => e.Level == LogLevel.Warning).Select(e => e.Text)];
    }
}
