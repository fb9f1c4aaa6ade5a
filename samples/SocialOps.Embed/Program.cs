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
app.MapGet("/open", (ISocialOps ops) => ops.Default.Cases.QueryOpenAsync().AsTask());
app.Run();
// end snippet
