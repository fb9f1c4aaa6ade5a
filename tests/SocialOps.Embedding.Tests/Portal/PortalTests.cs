using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SocialOps.Approvals;
using SocialOps.Content;
using SocialOps.People;
using SocialOps.Portal;

namespace SocialOps.Embedding.Tests.Portal;

/// <summary>The sample portal, started on a free port and called as a browser would.</summary>
public sealed class PortalTests : IAsyncLifetime
{
    private static readonly Recipient Lena = new Recipient.OfAgency(new("lena"));
    private static readonly Actor LenaActs = Actor.Person("lena", "test");
    private readonly TempFolder _folder = new();
    private readonly HttpClient _client = new();
    private WebApplication _portal = null!;

    private TenantServices Ops => _portal.Services.GetRequiredService<ISocialOps>().Default;

    public async ValueTask InitializeAsync()
    {
        _portal = PortalHost.Build(["--urls=http://127.0.0.1:0", $"--SocialOps:Sqlite:DataSource={_folder.File("portal.db")}", $"--contentRoot={_folder.Path}", "--Logging:LogLevel:Default=None"]);
        await _portal.StartAsync();
        _client.BaseAddress = new(_portal.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.StopAsync();
        await _portal.DisposeAsync();
        _client.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Health_AfterTheStart_IsHealthy() => (await _client.GetStringAsync(At("/health"))).Should().Be("Healthy");

    [Fact]
    public async Task Duty_OfTheSampleAgency_NamesSomebodyAtEveryHour()
    {
        var duties = await _client.GetFromJsonAsync<List<Duty>>(At("/duty"));

        duties.Should().Contain(d => d.Schedule == "community" && d.OnDuty.Count > 0 && d.Gap == null);
    }

    [Fact]
    public async Task Cases_AfterAComment_ShowIt()
    {
        await _client.PostAsync(At("/inbound"), new StringContent("""{"network":"instagram","id":"1","at":"2026-06-12T14:00:00Z","author":"anke","text":"Mein Rad kam kaputt an."}"""));

        (await EventuallyAsync("/cases", p => p.GetProperty("items"))).GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task Approvals_ByToken_AreDecidedOnce()
    {
        var token = await AskLenaAsync();
        var waiting = await _client.GetFromJsonAsync<List<Waiting>>(At("/approvals/lena"));

        var wrong = await UseAsync(token.Text, token.Code == "000000" ? "000001" : "000000");
        var yes = await UseAsync(token.Text, token.Code);
        var again = await UseAsync(token.Text, token.Code);

        waiting.Should().ContainSingle().Which.Subject.Should().Be("post-7");
        new[] { wrong, yes, again }.Should().Equal(HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.Forbidden);
        (await _client.GetFromJsonAsync<List<Waiting>>(At("/approvals/lena"))).Should().BeEmpty();
    }

    private async Task<IssuedToken> AskLenaAsync()
    {
        var client = (await Ops.Agency.FindCurrentAsync())!.Definition.Clients[0].Id;
        var policy = new ApprovalPolicyDefinition { Id = new("simple"), Steps = [new() { Name = "agency", Approvers = [new ApproverSelector.Role(PersonRole.Approver)], DueIn = new SocialOps.Time.ResponseTarget.Within(Duration.FromHours(1)) }] };
        await Ops.Approvals.Policies.DefineAsync(policy, LenaActs);
        await Ops.Approvals.Arrangements.ArrangeAsync(new() { Client = client, Phases = [new("usual", policy.Id)], Phase = "usual" }, LenaActs);
        var part = new ApprovalPart("facebook", ContentHash.Create(new string('a', 64)));
        var answer = await Ops.Approvals.SubmitAsync(client, new(ApprovalSubjectKind.Content, "post-7", [part]), new Recipient.OfAgency(new("jonas")));
        answer.IsAccepted.Should().BeTrue("{0}", answer.Outcome);
        return await Ops.Approvals.Tokens.IssueAsync(answer.Request!.Id, Lena);
    }

    private async Task<HttpStatusCode> UseAsync(string token, string code)
        => (await _client.PostAsJsonAsync(At("/approvals"), new { token, code, kind = "Approve" })).StatusCode;

    private async Task<JsonElement> EventuallyAsync(string path, Func<JsonElement, JsonElement> list)
    {
        for (var patience = 0; ; patience++)
        {
            var found = list(await _client.GetFromJsonAsync<JsonElement>(At(path)));
            if (found.GetArrayLength() > 0 || patience == 200)
            {
                return found;
            }

            await Task.Delay(50);
        }
    }

    private static Uri At(string path) => new(path, UriKind.Relative);
}
