using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SocialOps.Channels;
using SocialOps.Embedding.Tests.Telemetry;
using SocialOps.Tests;

namespace SocialOps.PostgreSql.Tests;

/// <summary>A connector, a mail server and a classifier whose exceptions repeat tokens and bodies: no file of the server holds the token, and its log no body (reliability c.4).</summary>
public sealed class SecretsOnPostgreSqlTests
{
    private const string Body = "CANARY-body";

    [Fact]
    public async Task Files_OfAServer_HoldNoSecretAndItsLogNoBody()
    {
        await using var server = await PrivateServer.StartAsync();
        await using (var ops = await TestOps.StartAsync(
            extra: s => s.AddSingleton<IModerator>(new LeakyConnector()),
            store: b => b.UsePostgreSql(new PostgreSqlStoreOptions { ConnectionString = server.ConnectionString, AllowUnsafeServer = true, MigrateOnStart = true, MostClockDifference = Timeout.InfiniteTimeSpan }).UseItemClassifier<LeakyClassifier>()))
        {
            var failures = 2;
            ops.Network.Fault = request => failures-- > 0 ? throw LeakyConnector.Leak(request.Text) : (true, null);
            await ops.ReceiveRawAsync(Encoding.UTF8.GetBytes($"{Body}, not JSON"));
            await ops.ReceiveAsync($"unlesbar {Body}");
            var broken = await ops.ReceiveAsync($"Mein Rad ist kaputt. {Body}");
            await ops.Ops.Cases.Moderation.ModerateAsync(broken.Item, TestOps.Ada, ModerationAction.Report, "Netiquette 3");
            await ops.Ops.Cases.ReplyAsync(broken.Id, TestOps.Ada, $"Das tut uns leid. {Body}");
            await ops.PassAsync(Duration.FromHours(3));
            (await ops.Ops.Work.QueryAsync(new())).Items.Should().Contain(w => w.LastError != null && w.LastError.Contains("401", StringComparison.Ordinal), "the connector has failed");
        }

        await server.CrashAsync();
        var files = Directory.GetFiles(server.Folder, "*", SearchOption.AllDirectories).ToDictionary(f => f, File.ReadAllBytes);
        files.Count(f => Has(f.Value, Body)).Should().BePositive("it is the server's files that are looked at");
        files.Where(f => Has(f.Value, LeakyConnector.Token)).Select(f => f.Key).Should().BeEmpty();
        files.Where(f => f.Key.EndsWith(".log", StringComparison.Ordinal) && Has(f.Value, Body)).Select(f => f.Key).Should().BeEmpty();
    }

    private static bool Has(byte[] bytes, string text) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
}
