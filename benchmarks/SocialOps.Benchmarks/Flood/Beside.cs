using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SocialOps.AgencyFiles;

namespace SocialOps.Benchmarks.Flood;

/// <summary>A small tenant beside the one that is flooded: one item a second, and how long each waits for its case.</summary>
internal sealed class Beside
{
    private readonly TenantServices _ops;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<TimeSpan> _waited = [];
    private (int Number, TimeSpan At)? _waiting;

    private Beside(TenantServices ops) => _ops = ops;

    public int Count => _waited.Count;

    public TimeSpan Longest => _waited.DefaultIfEmpty().Max();

    public TimeSpan Median => _waited.Order().ElementAtOrDefault(_waited.Count / 2);

    public static async Task<Beside> StartAsync(ServiceProvider services)
    {
        var ops = services.GetRequiredService<ISocialOps>().For(new TenantId("beside"));
        await ops.Agency.ApplyAsync(AgencyFile.Load(Path.Combine(AppContext.BaseDirectory, "agencies", "studio-nord.yaml")), Actor.Service("bench", "bench"));
        return new(ops);
    }

    /// <summary>Called often: looks whether the item is there, and sends the next a second later.</summary>
    public async Task LookAsync()
    {
        var now = _watch.Elapsed;
        if (_waiting is { } waiting)
        {
            if (await _ops.Inbox.FindItemAsync($"radhaus-facebook/facebook/item-{waiting.Number}") is not null)
            {
                _waited.Add(now - waiting.At);
                _waiting = null;
            }
        }
        else if (now.TotalSeconds > _waited.Count)
        {
            await _ops.Inbox.ReceiveAsync([FloodHost.Delivery(_waited.Count)]);
            _waiting = (_waited.Count, now);
        }
    }
}
