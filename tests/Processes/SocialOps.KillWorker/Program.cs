using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SocialOps.FakeNetwork;
using SocialOps.KillWorker;

// <store> <where> <port of the network> <clock>: a host as any other, until it is killed. It says "ready" when it has started, and ends
// with its standard input when whoever started it has gone.
using var clock = SharedClock.Open(args[3]);
var builder = Host.CreateEmptyApplicationBuilder(null);
builder.Services
    .AddEngine(new(args[0], args[1]), int.Parse(args[2], CultureInfo.InvariantCulture), clock)
    .AddSocialOps(ops => ops.AddWorker())
    .AddFailpoints()
    .AddHostedService<Feeder>()
    .AddHostedService<ClockBell>()
    .AddHostedService<HealthTeller>();
using var host = builder.Build();
await host.StartAsync();
Console.WriteLine("ready");
await Task.WhenAny(Task.Run(Console.In.ReadToEnd), host.WaitForShutdownAsync());
foreach (var broken in host.Services.GetServices<IHostedService>().OfType<BackgroundService>().Select(s => s.ExecuteTask?.Exception).OfType<Exception>())
{
    // What stops a host's service stops the host: nobody would see it otherwise.
    Console.Error.WriteLine(broken);
    Environment.ExitCode = 3;
}
