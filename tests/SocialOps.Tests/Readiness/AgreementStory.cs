using System.Text;
using NodaTime;
using SocialOps.Definitions;
using SocialOps.DependencyInjection;
using SocialOps.Readiness.Agreements;
using SocialOps.Reporting;
using SocialOps.Tests.Publishing;
using SocialOps.Time;

namespace SocialOps.Tests.Readiness;

/// <summary>A client from the quote to its month's report, for any store: what it tells is the same in each, and the same after the process has ended.</summary>
internal static class AgreementStory
{
    /// <summary>What is told at the end, and what another process tells that opens the same store.</summary>
    public static async Task<(string Told, string ToldAgain)> RunAsync(Action<SocialOpsBuilder> store)
    {
        var (told, ended) = await RunOnceAsync(store);
        await using var again = await TestOps.StartAsync(Agency(required: true), store: store, beside: ended);
        return (told, await TellAsync(again));
    }

    public static async Task<(string Told, TestOps Ended)> RunOnceAsync(Action<SocialOpsBuilder>? store = null)
    {
        await using var ops = await EditorialOps.StartAsync(store: store);
        var change = new PlatformChangeDefinition { Id = "x-limits", Network = "x", What = "fewer replies", FromOn = new(2026, 6, 20), Owner = TestAgency.Ada };
        await ops.Tenant.Agency.ApplyAsync(Agency(required: true) with { PlatformChanges = [change, change with { Id = "x-colours" }] }, TestOps.Ada);
        await ops.Tenant.Agency.PlatformChanges.CheckOffAsync("x-colours", "Nothing to do.", TestOps.Ada);
        await ops.Tenant.Routines.DefineAsync(new() { Id = new("sync"), Name = "Sync", Kind = RoutineKind.Sync, Owner = TestAgency.Ben, Cadence = new(new(2026, 6, 12), new(15, 0), "Etc/UTC"), Within = Duration.FromHours(40) }, TestOps.Ada);
        await ops.ScheduledAsync();
        await ops.Ops.PassAsync(Duration.FromHours(1));
        var agreement = await ActivateAsync(ops);
        await ops.Tenant.Agreements.QuoteAsync(TestAgency.Shop, agreement.Quotes[0].Terms with { Price = "700 EUR a month" }, TestOps.Ada);
        await ops.Tenant.Agreements.UseGoodwillAsync(TestAgency.Shop, new("page-organisation", new(2026, 6, 12)), "Opening hours", TestOps.Ada);
        await ops.ReachSlotAsync();

        var answered = await ops.Ops.ReceiveAsync("Alles kaputt", counters: new(40, 7, 3));
        await ops.Tenant.Cases.ClaimAsync(answered.Id, TestOps.Ada);
        await ops.Ops.PassAsync(Duration.FromMinutes(20));
        await ops.Tenant.Cases.ReplyAsync(answered.Id, TestOps.Ada, "Das tut uns sehr leid.");
        await ops.Ops.DrainAsync();
        await ops.Tenant.Reports.ScoreAsync(answered.Id, ScoreTrack.Self, 4, "Fast", TestOps.Ada);
        await ops.Ops.ReceiveAsync("Schon wieder kaputt");
        await ops.Ops.PassAsync(Duration.FromHours(30));
        await ops.Tenant.Agency.ApplyAsync(Agency(required: true), TestOps.Ada);
        return (await TellAsync(ops.Ops), ops.Ops);
    }

    /// <summary>The ready agency, whose first package asks for an agreement or does not.</summary>
    public static AgencyDefinition Agency(bool required)
    {
        var agency = ReadyAgency.WithClient(c => c with { Agreement = c.Agreement with { Term = new(new(2026, 1, 1), new(2026, 7, 31), new(9_000, 5_000, new(2026, 5, 31))) } });
        return agency with { Packages = [agency.Packages[0] with { RequiresAgreement = required }, agency.Packages[1]] };
    }

    /// <summary>Quoted, accepted by mail, and lived.</summary>
    public static async Task<Agreement> ActivateAsync(EditorialOps ops)
    {
        var package = (await ops.Tenant.Agency.FindCurrentAsync())!.GetPackage(new("plus"));
        var quoted = await ops.Tenant.Agreements.QuoteAsync(TestAgency.Shop, new(package, "600 EUR a month"), TestOps.Ada);
        var mail = new QuoteMail("<1@shop.example>", "owner@shop.example", ops.Ops.Time.Now, Encoding.UTF8.GetBytes("Ja."));
        await ops.Tenant.Agreements.AcceptAsync(quoted.Id, quoted.Quotes[0].Hash, mail, TestOps.Ada);
        return await ops.Tenant.Agreements.ActivateAsync(quoted.Id, TestOps.Ada);
    }

    /// <summary>Agreement, readiness, board, routine and month as one text without ids that are drawn by lot.</summary>
    private static async Task<string> TellAsync(TestOps ops)
    {
        var agreement = (await ops.Ops.Agreements.FindAsync(TestAgency.Shop))!;
        var readiness = await ops.Ops.Readiness.CheckAsync(TestAgency.Shop);
        var board = (await ops.Ops.Reports.Board.QueryAsync()).Items;
        var routine = (await ops.Ops.Routines.QueryRunsAsync(new("sync"))).Items;
        var month = await ops.Ops.Reports.OfMonthAsync(TestAgency.Shop, new(2026, 6));
        return string.Join('\n', (string[])
        [
            $"{agreement.State} since {agreement.ActiveFrom}, quote {agreement.ActiveQuote}, accepted by {agreement.Acceptances[0].Contact} with {agreement.Acceptances[0].MessageId}, {agreement.Acceptances[0].MailHash}",
            .. agreement.Quotes.Select(q => $"{q.Number}: {q.Terms.Price}, {q.Hash}, computed anew {QuoteHash.Of(q.Terms)}"),
            .. readiness.Results.Select(r => r.ToString()!),
            .. board.Select(b => $"{b.DueAt} {b.Kind} {b.What} {b.Next} {b.Responsible}"),
            .. routine.Select(r => $"{r.State} {r.At} agenda {r.Agenda.Count}"),
            month.ToCsv(),
            month.ToMarkdown(TextLanguage.German),
        ]);
    }
}
