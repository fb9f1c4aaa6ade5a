using SocialOps.Definitions;
using SocialOps.Storage;

namespace SocialOps.Inbox;

/// <summary>The reasons of people who decide on a case cite sections of guidelines that are there, in the version that holds (requirement 1.4).</summary>
internal static class CaseCitations
{
    public static async ValueTask<CaseCommand> PinAsync(IStoreTransaction transaction, SnapshotCache snapshots, CaseCommand command, CancellationToken cancellationToken)
    {
        return command switch
        {
            CaseCommand.Acknowledge one => one with { Reason = await Pin(one.Reason).ConfigureAwait(false) },
            CaseCommand.Settle one => one with { Reason = await Pin(one.Reason).ConfigureAwait(false) },
            CaseCommand.HandOver one => one with { Reason = await Pin(one.Reason).ConfigureAwait(false) },
            CaseCommand.Relabel one => one with { Reason = await Pin(one.Reason).ConfigureAwait(false) },
            CaseCommand.Defer one => one with { Reason = await Pin(one.Reason).ConfigureAwait(false) },
            CaseCommand.SetWave one => one with { Reason = await Pin(one.Reason).ConfigureAwait(false) },
            _ => command,
        };

        ValueTask<string> Pin(string reason) => GuidelineLibrary.PinAsync(transaction, snapshots, reason, cancellationToken);
    }
}
