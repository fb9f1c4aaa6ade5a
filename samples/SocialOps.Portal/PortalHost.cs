using SocialOps.Inbox;
using SocialOps.Sqlite;

namespace SocialOps.Portal;

/// <summary>
/// A portal that embeds the library: SQLite, the worker, and what people look at every day. Who a caller is belongs to the portal's own sign-in, which a sample leaves out:
/// it listens on this machine only.
/// </summary>
public static class PortalHost
{
    // snippet: portal
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.Configure<SqliteStoreOptions>(builder.Configuration.GetSection("SocialOps:Sqlite"));
        builder.Services.AddSocialOps(ops => ops
            .UseSqlite()
            .AddAgencyFile(builder.Configuration["SocialOps:AgencyFile"] ?? Path.Combine(AppContext.BaseDirectory, "agency.yaml"))
            .AddConnector<MyConnector>()
            .AddNotificationChannel<MyMail>()
            .AddWorker());

        var app = builder.Build();
        app.MapHealthChecks("/health");
        app.MapGet("/duty", Duty.NowAsync);
        app.MapGet("/cases", (ISocialOps ops, string? next) => ops.Default.Cases.QueryOpenAsync(50, next).AsTask());
        app.MapGet("/approvals/{person}", Approvals.PendingAsync);
        app.MapPost("/approvals", Approvals.UseAsync);
        app.MapPost("/inbound", async (HttpRequest request, ISocialOps ops) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            await ops.Default.Inbox.ReceiveAsync([new InboundDelivery(InboundLine.Format, body.ToArray())]);
        });
        return app;
    }
    // end snippet
}
