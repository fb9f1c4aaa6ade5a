using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SocialOps.Approvals;
using SocialOps.Channels;
using SocialOps.Crisis;
using SocialOps.DependencyInjection;
using SocialOps.Inbox;
using SocialOps.People;
using SocialOps.Privacy;
using SocialOps.Tests.Publishing;

namespace SocialOps.Tests.Privacy;

/// <summary>Somebody with a name that stands nowhere else writes, in words that stand nowhere else, and everything is done with it that can be done.</summary>
internal static class CanaryStory
{
    public const string Author = "Kanari Zwq";
    public const string Word = "zyxkanari";
    public const string Text = $"Alles kaputt{Word}";

    /// <summary>What must be found nowhere.</summary>
    public static readonly string[] Canaries = [Author, Word, "vxq-1", "vxq-2", "vxq-3", "vxq-4", "vxq-5", "vxq-6", "vxq-7"];

    public static CustomerHandle Handle { get; } = new(TestAgency.Shop, "x", Author);

    public static Task<EditorialOps> StartAsync(Action<SocialOpsBuilder>? store = null)
        => EditorialOps.StartAsync(services => services.AddSingleton<IModerator>(new Moderator()), store);

    /// <summary>A complaint with an edit, hand-over, deferral, proposal, approval, sent reply and wave; spam that is hidden; praise that is thanked; an item without an answer; a delivery that nobody can read.</summary>
    public static async Task<Case> RunAsync(EditorialOps editorial)
    {
        var (ops, tenant) = (editorial.Ops, editorial.Tenant);
        await ops.ReceiveAsync($"Danke! {Word}", id: "vxq-4", author: Author);
        var complaint = await ops.ReceiveAsync(Text, id: "vxq-1", thread: "vxq-1", author: Author);
        var risk = await tenant.Cases.Risks.SignAsync(TestAgency.Shop, TestOps.Ada, "owner", "We wait.", [Category.Complaint], maxSeverity: Severity.Critical, maxLevel: WaveLevel.Hurricane);
        await tenant.Cases.HandOverAsync(complaint.Id, TestOps.Ada, new Recipient.OfAgency(TestAgency.Ben), "Feierabend");
        await tenant.Cases.DeferAsync(complaint.Id, TestOps.Ada, risk.Id, ops.Time.Now + Duration.FromDays(1), "Tomorrow.");
        await ops.ReceiveRawAsync(Edit(ops, "vxq-1", $"Wirklich alles kaputt{Word}"));
        await tenant.Cases.SetWaveLevelAsync(complaint.Id, TestOps.Ada, WaveLevel.LastingCriticism, "It grows.");
        var proposed = await tenant.Cases.Replies.ProposeAsync(complaint.Id, TestOps.Ada, [$"Hallo {Author}, das tut uns leid."]);
        var part = proposed.Proposal!.Drafts[0];
        await tenant.Approvals.ExecuteAsync(proposed.Approval.Request!.Id, new ApprovalCommand.Decide(DecisionKind.Approve, new Recipient.OfAgency(TestAgency.Ben), "portal") { Parts = [new(part.Name, part.Hash)], Comment = "so" });
        await ops.DrainAsync();
        await tenant.Cases.RelabelAsync(complaint.Id, TestOps.Ada, Category.Complaint, ComplaintCause.Service, Severity.High, "It is the service.");
        await ops.ReceiveAsync($"Noch mehr kaputt{Word}", id: "vxq-2", thread: "vxq-1", author: Author);

        var spam = await ops.ReceiveAsync($"casino {Word}", id: "vxq-3", author: Author);
        await tenant.Cases.Moderation.ModerateAsync(spam.Item, TestOps.Ada, ModerationAction.Hide, "Netiquette 3");
        var question = await ops.ReceiveAsync($"Was ist {Word}?", id: "vxq-5", author: Author);
        await tenant.Cases.ReplyAsync(question.Id, TestOps.Ada, $"Hallo {Author}, {Word} ist ein Wort.");
        await ops.ReceiveRawAsync(System.Text.Encoding.UTF8.GetBytes($$"""{"network":"x","id":"vxq-6","at":"gestern","author":"{{Author}}","text":["{{Word}}"]}"""));
        await ops.ReceiveAsync($"Wo ist {Word}?", id: "vxq-7", author: Author);
        await ops.PassAsync(Duration.FromHours(30));
        await ops.ReceiveRawAsync(System.Text.Encoding.UTF8.GetBytes($$"""{"network":"x","id":"vxq-7","at":"2026-06-12T14:00:00Z","deletedAt":"2026-06-12T14:00:00Z"}"""));
        return await ops.CaseAsync(complaint.Id);
    }

    private static ReadOnlyMemory<byte> Edit(TestOps ops, string id, string text)
    {
        var line = System.Text.Json.Nodes.JsonNode.Parse(ops.Line(id, text, id, author: Author).Span)!;
        line["editedAt"] = (ops.Time.Now + Duration.FromSeconds(1)).ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", null);
        return System.Text.Encoding.UTF8.GetBytes(line.ToJsonString());
    }

    private sealed class Moderator : IModerator
    {
        public string Network => "*";

        public ValueTask ModerateAsync(ModerationRequest request, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }
}

/// <summary>Every kind of record that the library keeps.</summary>
internal static class RecordKinds
{
    public static IReadOnlyList<string> Names { get; } = [.. from type in typeof(ISocialOps).Assembly.GetTypes()
                                                             from field in type.GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)
                                                             where field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(SocialOps.Storage.RecordKind<>)
                                                             let kind = field.GetValue(null)!
                                                             select (string)kind.GetType().GetProperty("Name")!.GetValue(kind)!];
}
