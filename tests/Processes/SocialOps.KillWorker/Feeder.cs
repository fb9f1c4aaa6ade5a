using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Hosting;
using SocialOps.FakeNetwork;
using SocialOps.Inbox;

namespace SocialOps.KillWorker;

/// <summary>Takes what the network delivers, does it, and acknowledges it only when it is safe.</summary>
public sealed class Feeder(ISocialOps ops, NetworkPlace network) : BackgroundService
{
    private static readonly Actor Ada = Actor.Person("ada", "kill");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, network.Port, stoppingToken);
        await client.GetStream().WriteAsync(Wire.Line(new Ask("feed")), stoppingToken);
        using var lines = new StreamReader(client.GetStream());
        while (Wire.Read<Delivery>(await lines.ReadLineAsync(stoppingToken)) is { } delivery)
        {
            if (Bug.Is("acknowledges first"))
            {
                await client.GetStream().WriteAsync("ok\n"u8.ToArray(), stoppingToken);
                await Task.Delay(5, stoppingToken);
            }

            var answer = await TryAsync(delivery, stoppingToken);
            Failpoint.Hit("acknowledge.before");
            if (!Bug.Is("acknowledges first"))
            {
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer + "\n"), stoppingToken);
            }

            Failpoint.Hit("acknowledge.after");
        }
    }

    /// <returns><c>ok</c> when it is done, or was refused for good; <c>away</c> when the store is, as HTTP's 503; <c>no</c> otherwise.</returns>
    private async Task<string> TryAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            if (delivery.Kind == "item")
            {
                await ops.Default.Inbox.ReceiveAsync([new InboundDelivery(InboundLine.Format, Encoding.UTF8.GetBytes(delivery.Body))], cancellationToken);
                return "ok";
            }

            return await ActAsync(delivery, cancellationToken) ? "ok" : "no";
        }
        catch (InvalidTransitionException)
        {
            return "ok";
        }
        catch (StoreUnavailableException)
        {
            return "away";
        }
        catch (ConcurrencyConflictException)
        {
            return "no";
        }
    }

    /// <summary>What a person does, once the item is there.</summary>
    private async Task<bool> ActAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (await ops.Default.Inbox.FindItemAsync(delivery.Body, cancellationToken) is not { } item)
        {
            return false;
        }

        _ = delivery.Kind switch
        {
            "reply" => await ops.Default.Cases.ReplyAsync(item.Case, Ada, $"Das tut uns leid. Antwort {delivery.Number}", cancellationToken),
            "claim" => await ops.Default.Cases.ClaimAsync(item.Case, Ada, cancellationToken),
            "settle" when await ops.Default.Cases.FindAsync(item.Case, cancellationToken) is { Dialogue.Stage: ComplaintStage.Received } => await ops.Default.Cases.RecordStepAsync(item.Case, Ada, ComplaintStep.Apologise, "By telephone.", cancellationToken),
            _ => await ops.Default.Cases.SettleAsync(item.Case, Ada, "It is settled.", cancellationToken),
        };
        return true;
    }
}
