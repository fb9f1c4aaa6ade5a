using NodaTime;
using SocialOps.Channels;

namespace SocialOps.Testing.Connectors;

/// <summary>What a connector says of itself: the library decides by it whether anything is ever sent again.</summary>
internal static class CapabilityCases
{
    public static void AddTo(ConnectorCaseList cases)
    {
        cases.Add(Capabilities_Connectors_AreTheDeclared);
        cases.Add(Capabilities_AskedAgain_AreTheSame);
        cases.Add(Capabilities_LateAcceptance_IsBounded);
        cases.Add(Capabilities_ChosenId_CanBeLookedUp);
        cases.Add(Network_Id_IsSmallLettersOrStar);
    }

    private static Task Capabilities_Connectors_AreTheDeclared(ConnectorRun run)
    {
        Expect.Equal(run.Declared, run.Publisher.Capabilities, "The connector offers what its author declares");
        return Task.CompletedTask;
    }

    private static async Task Capabilities_AskedAgain_AreTheSame(ConnectorRun run)
    {
        var before = run.Publisher.Capabilities;
        await run.PublishedAsync(run.NewRequest()).ConfigureAwait(false);
        Expect.Equal(before, run.Publisher.Capabilities, "Capabilities do not change from one send to the next");
    }

    private static Task Capabilities_LateAcceptance_IsBounded(ConnectorRun run)
    {
        var late = run.Publisher.Capabilities.MaxLateAcceptance;
        Expect.That(late >= Duration.Zero && late <= Duration.FromDays(1), $"MaxLateAcceptance is between nothing and a day; it was {late}.");
        return Task.CompletedTask;
    }

    private static Task Capabilities_ChosenId_CanBeLookedUp(ConnectorRun run)
    {
        var offers = run.Publisher.Capabilities;
        Expect.That(offers.Idempotency != PublishIdempotency.ClientChosenId || offers.Lookup != PublishLookup.None, "Who chooses the post's id can look for it: ClientChosenId goes with a Lookup.");
        return Task.CompletedTask;
    }

    private static Task Network_Id_IsSmallLettersOrStar(ConnectorRun run)
    {
        var network = run.Publisher.Network;
        Expect.That(network == "*" || (network is { Length: > 0 and <= 40 } && network.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_' or '.')),
            $"A network's id is '*' or 1 to 40 small ASCII letters, digits, '-', '_' or '.'; it was '{network}'.");
        return Task.CompletedTask;
    }
}
