using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SocialOps.DependencyInjection;
using SocialOps.Tests;

namespace SocialOps.Embedding.Tests.Wiring;

/// <summary>Every way to wire the library wrongly gets one sentence, and the sentence names the call.</summary>
public sealed class WrongWiringTests
{
    [Fact]
    public void Resolve_NoStore_NamesTheStores()
        => Fault(_ => { }).Should().Be("No store is chosen: call UseSqlite(\"Data Source=socialops.db\") or UsePostgreSql(...) in AddSocialOps, or UseInMemory() for a trial.");

    [Fact]
    public void Use_TwoStores_NamesBoth()
        => Fault(ops => ops.UseSqlite("Data Source=a.db").UsePostgreSql("Host=b"))
            .Should().Be("Two stores are chosen, SqliteStore and PostgreSqlStore: keep one of the Use... calls, or put one into the other's place with ReplaceStore.");

    [Fact]
    public void Use_TwoStoresInTwoCalls_NamesBoth()
    {
        var services = new ServiceCollection().AddSocialOps(ops => ops.UseInMemory());

        services.Invoking(s => s.AddSocialOps(ops => ops.UseSqlite("Data Source=a.db"))).Should().Throw<WiringException>().WithMessage("Two stores are chosen, InMemoryStore and SqliteStore: *");
    }

    [Fact]
    public void UseSqlite_TwoFiles_NamesBoth()
        => Fault(ops => ops.UseSqlite("Data Source=a.db").UseSqlite("Data Source=b.db"))
            .Should().Be("UseSqlite is called twice with different options, for 'a.db' and 'b.db': keep one UseSqlite call.");

    [Fact]
    public void UsePostgreSql_TwoDatabases_RepeatsNoPassword()
        => Fault(ops => ops.UsePostgreSql("Host=a;Password=secret").UsePostgreSql("Host=b")).Should().Be("UsePostgreSql is called twice with different options: keep one UsePostgreSql call.");

    [Fact]
    public void AddConnector_WhatItNeedsIsNotThere_NamesIt()
        => Fault(ops => ops.UseInMemory().AddConnector<NeedyConnector>())
            .Should().Be("NeedyConnector needs Token and Uri, which nobody registered: call services.AddSingleton(new Token(...)) and services.AddSingleton(new Uri(...)), or make it yourself with AddConnector(services => new NeedyConnector(...)).");

    [Fact]
    public void AddConnector_ItsOptionsAreNotValid_NamesConfigure()
    {
        var services = new ServiceCollection();
        services.AddOptions<PlaceOptions>().Validate(o => o.Folder.Length > 0, "Folder of PlaceOptions is missing.");

        Resolving(services.AddSocialOps(ops => ops.UseInMemory().AddConnector<PlaceConnector>())).Should().Throw<WiringException>()
            .WithMessage("Folder of PlaceOptions is missing. Set it with services.Configure<PlaceOptions>(...).");
    }

    [Fact]
    public void AddConnector_TwoOfOneNetwork_NamesBoth()
        => Fault(ops => ops.UseInMemory().AddConnector<XConnector>().AddConnector<OtherXConnector>())
            .Should().Be("Two connectors serve the network 'x', XConnector and OtherXConnector: keep one AddConnector call.");

    [Fact]
    public void AddNotificationChannel_TwoOfOneKind_NamesBoth()
        => Fault(ops => ops.UseInMemory().AddNotificationChannel<Phone>().AddNotificationChannel<OtherPhone>())
            .Should().Be("Two notification channels serve 'phone', Phone and OtherPhone: keep one AddNotificationChannel call.");

    [Fact]
    public void AddConnector_SeveralFaults_TellsAll()
    {
        var wire = Resolving(new ServiceCollection().AddSocialOps(ops => ops.UseInMemory().AddConnector<XConnector>().AddConnector<OtherXConnector>().AddNotificationChannel<Phone>().AddNotificationChannel<OtherPhone>()));

        wire.Should().Throw<WiringException>().Which.Faults.Should().HaveCount(2);
    }

    [Fact]
    public void AddAgency_Two_SaysWhereTheSecondBelongs()
        => Fault(ops => ops.UseInMemory().AddAgency(_ => TestAgency.Create()).AddAgencyFile("agency.yaml"))
            .Should().Be("Two agencies are chosen: keep one AddAgency or AddAgencyFile call, and give other tenants theirs with ISocialOps.For(tenant).Agency.ApplyAsync.");

    [Fact]
    public void UseEnvironment_Two_NamesBoth()
        => Fault(ops => ops.UseInMemory().UseEnvironment("Production").UseEnvironment("Test")).Should().Be("Two environments are chosen, 'Production' and 'Test': keep one UseEnvironment call.");

    [Fact]
    public void AddWorker_NoHost_NamesTheHosts()
        => Fault(ops => ops.UseInMemory().AddWorker())
            .Should().Be("AddWorker was called where there is no host to run it: build the services with Host.CreateApplicationBuilder or WebApplication.CreateBuilder, or leave AddWorker out and call IWorkPump.RunOnceAsync yourself.");

    [Fact]
    public async Task Start_AgencyFileThatIsNotThere_NamesTheFileAndTheCall()
    {
        using var folder = new TempFolder();
        using var host = Host(ops => ops.UseInMemory().AddAgencyFile(folder.File("agency.yaml")));

        (await host.Awaiting(h => h.StartAsync()).Should().ThrowAsync<WiringException>())
            .WithMessage($"The agency file '{folder.File("agency.yaml")}' is not there: put it there, or correct AddAgencyFile(\"{folder.File("agency.yaml")}\").");
    }

    [Fact]
    public async Task Start_AgencyFileThatIsAFolder_SaysThatItCannotBeRead()
    {
        using var folder = new TempFolder();
        using var host = Host(ops => ops.UseInMemory().AddAgencyFile(folder.Path));

        (await host.Awaiting(h => h.StartAsync()).Should().ThrowAsync<WiringException>()).WithMessage("The agency file '*' cannot be read: give this process the right to, or correct AddAgencyFile(\"*\").");
    }

    [Fact]
    public async Task Start_StoreThatNeedsMigrating_NamesTheSwitch()
    {
        using var folder = new TempFolder();
        using var host = Host(ops => ops.UseSqlite(o => (o.DataSource, o.MigrateOnStart) = (folder.File("socialops.db"), false)));

        (await host.Awaiting(h => h.StartAsync()).Should().ThrowAsync<StoreUnavailableException>()).WithMessage("The database lacks * migration(s), * Call UseSqlite with MigrateOnStart on.*");
    }

    [Fact]
    public async Task Start_OptionsOutOfBounds_TellsAllOfThem()
    {
        using var host = Host(ops => ops.UseSqlite(o => o.BusyTimeout = TimeSpan.Zero));

        (await host.Awaiting(h => h.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().Equal(
            "DataSource of SqliteStoreOptions is missing: call UseSqlite(\"Data Source=socialops.db\"), or set it in the configuration.",
            "BusyTimeout of SqliteStoreOptions is 00:00:00: it must be more than zero and at most an hour.");
    }

    [Fact]
    public async Task Start_PostgreSqlOptionsOutOfBounds_TellsAllOfThem()
    {
        using var host = Host(ops => ops.UsePostgreSql(o => (o.Schema, o.LockTimeout) = ("A", TimeSpan.Zero)));

        (await host.Awaiting(h => h.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().HaveCount(3).And.Contain(f => f.Contains("call UsePostgreSql("));
    }

    private static string Fault(Action<SocialOpsBuilder> configure)
    {
        var wire = () => Resolving(new ServiceCollection().AddSocialOps(configure))();

        return wire.Should().Throw<WiringException>().Which.Faults.Should().ContainSingle().Subject;
    }

    private static Action Resolving(IServiceCollection services) => () =>
    {
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<ISocialOps>();
    };

    private static IHost Host(Action<SocialOpsBuilder> configure)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSocialOps(ops => configure(ops.AddWorker()));
        return builder.Build();
    }
}
