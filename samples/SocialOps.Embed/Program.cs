using SocialOps;
using SocialOps.Inbox;

// snippet: embed
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSocialOps(ops => ops
    .UseSqlite("Data Source=socialops.db")
    .AddAgencyFile("agency.yaml")
    .AddConnector<MyConnector>()
    .AddNotificationChannel<MyMail>()
    .AddWorker());
var app = builder.Build();

// A webhook: stored first, acknowledged only when it is safe.
app.MapPost("/inbound", async (HttpRequest request, ISocialOps ops) =>
{
    using var body = new MemoryStream();
    await request.Body.CopyToAsync(body);
    await ops.Default.Inbox.ReceiveAsync([new InboundDelivery(InboundLine.Format, body.ToArray())]);
});
app.MapGet("/open", async (ISocialOps ops) => (await ops.Default.Cases.QueryOpenAsync()).Items
    .Select(c => new { c.Author, c.Excerpt, Category = $"{c.Category}", Person = $"{c.Responsible}", Clocks = c.Clocks.Select(k => $"{k.Kind} until {k.DueAt}") }));
app.MapHealthChecks("/health");
app.Run();
// end snippet
