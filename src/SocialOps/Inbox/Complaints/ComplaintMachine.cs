using SocialOps.Channels;

namespace SocialOps.Inbox;

/// <summary>Which event leads a complaint from which stage to which (responses d.3; requirements 0.13 to 0.16). Pure and thread-safe; the picture in docs/concepts/cases.md is made from it.</summary>
public static class ComplaintMachine
{
    /// <summary>Every transition there is; no stage has two for one event.</summary>
    public static IReadOnlyList<ComplaintTransition> Transitions { get; } =
    [
        new(ComplaintStage.Received, ComplaintEvent.ApologySeen, ComplaintStage.Apologised),
        new(ComplaintStage.Apologised, ComplaintEvent.PrivateMoveSeen, ComplaintStage.MovedPrivate),
        new(ComplaintStage.Apologised, ComplaintEvent.SilenceLasted, ComplaintStage.SettledByApology, ComplaintGuard.MildAndNothingClaimed),
        new(ComplaintStage.Apologised, ComplaintEvent.SettledByPerson, ComplaintStage.SettledByApology, ComplaintGuard.NothingClaimed),
        new(ComplaintStage.Apologised, ComplaintEvent.ClientNeeded, ComplaintStage.NeedsClient),
        new(ComplaintStage.MovedPrivate, ComplaintEvent.SilenceLasted, ComplaintStage.SettledByApology, ComplaintGuard.MildAndNothingClaimed),
        new(ComplaintStage.MovedPrivate, ComplaintEvent.SettledByPerson, ComplaintStage.SettledByApology, ComplaintGuard.NothingClaimed),
        new(ComplaintStage.MovedPrivate, ComplaintEvent.ClientNeeded, ComplaintStage.NeedsClient),
        new(ComplaintStage.SettledByApology, ComplaintEvent.Ended, ComplaintStage.Closed),
        new(ComplaintStage.NeedsClient, ComplaintEvent.ClientTold, ComplaintStage.ClientContacted),
        new(ComplaintStage.NeedsClient, ComplaintEvent.ClientAnswered, ComplaintStage.ClientContacted),
        new(ComplaintStage.NeedsClient, ComplaintEvent.ClientSilent, ComplaintStage.ClientUnreachable),
        new(ComplaintStage.ClientContacted, ComplaintEvent.ClientSilent, ComplaintStage.ClientUnreachable),
        new(ComplaintStage.ClientContacted, ComplaintEvent.SolutionSeen, ComplaintStage.SolutionOffered, ComplaintGuard.ClientHasAnswered),
        new(ComplaintStage.ClientUnreachable, ComplaintEvent.ClientTold, ComplaintStage.ClientContacted),
        new(ComplaintStage.ClientUnreachable, ComplaintEvent.ClientAnswered, ComplaintStage.ClientContacted),
        new(ComplaintStage.SolutionOffered, ComplaintEvent.SolutionAccepted, ComplaintStage.Accepted),
        new(ComplaintStage.SolutionOffered, ComplaintEvent.ClientNeeded, ComplaintStage.NeedsClient),
        new(ComplaintStage.Accepted, ComplaintEvent.SettledByPerson, ComplaintStage.Settled),
        new(ComplaintStage.Settled, ComplaintEvent.FollowedUp, ComplaintStage.FollowedUp),
        new(ComplaintStage.FollowedUp, ComplaintEvent.Ended, ComplaintStage.Closed),
        new(ComplaintStage.SettledByApology, ComplaintEvent.CustomerReplied, ComplaintStage.Apologised),
        new(ComplaintStage.Accepted, ComplaintEvent.CustomerReplied, ComplaintStage.Apologised),
        new(ComplaintStage.Settled, ComplaintEvent.CustomerReplied, ComplaintStage.Apologised),
        new(ComplaintStage.FollowedUp, ComplaintEvent.CustomerReplied, ComplaintStage.Apologised),
        new(ComplaintStage.Closed, ComplaintEvent.CustomerReplied, ComplaintStage.Apologised),
    ];

    /// <summary>Where an event leads, or <see langword="null"/> when it leads nowhere from here.</summary>
    /// <param name="from">Where the complaint stands.</param>
    /// <param name="on">The event.</param>
    /// <param name="facts">What the guards look at.</param>
    public static ComplaintStage? FindNext(ComplaintStage from, ComplaintEvent on, ComplaintFacts facts)
        => Find(from, on) is { } transition && Holds(transition.Guard, facts) ? transition.To : null;

    /// <summary>Why an event leads nowhere from here, with the way out; <see langword="null"/> when it does.</summary>
    /// <param name="from">Where the complaint stands.</param>
    /// <param name="on">The event.</param>
    /// <param name="facts">What the guards look at.</param>
    public static string? ExplainRefusal(ComplaintStage from, ComplaintEvent on, ComplaintFacts facts)
    {
        if (FindNext(from, on, facts) is not null)
        {
            return null;
        }

        var missing = Find(from, on) is { } transition ? Missing(transition.Guard, facts) : $"{on} is not possible from there";
        var open = Transitions.Where(t => t.From == from && Holds(t.Guard, facts)).Select(t => $"{t.On} -> {t.To}");
        return $"the complaint stands at {from}: {missing}. From here: {string.Join(", ", open)}.";
    }

    private static ComplaintTransition? Find(ComplaintStage from, ComplaintEvent on) => Transitions.FirstOrDefault(t => t.From == from && t.On == on);

    private static bool Holds(ComplaintGuard guard, ComplaintFacts facts) => guard switch
    {
        ComplaintGuard.MildAndNothingClaimed => facts is { Severity: <= Severity.Low, ClaimsCompensation: false },
        ComplaintGuard.NothingClaimed => !facts.ClaimsCompensation,
        ComplaintGuard.ClientHasAnswered => facts.ClientHasAnswered,
        _ => true,
    };

    private static string Missing(ComplaintGuard guard, ComplaintFacts facts) => guard switch
    {
        ComplaintGuard.ClientHasAnswered => "no contact at the client has said what may be offered",
        _ when facts.ClaimsCompensation => "the author claims compensation, so the client has to decide",
        _ => $"at severity {(int)facts.Severity} silence settles nothing",
    };
}

/// <summary>One arrow of the machine.</summary>
/// <param name="From">The stage it leaves.</param>
/// <param name="On">The event.</param>
/// <param name="To">The stage it leads to.</param>
/// <param name="Guard">What must hold besides.</param>
public sealed record ComplaintTransition(ComplaintStage From, ComplaintEvent On, ComplaintStage To, ComplaintGuard Guard = ComplaintGuard.None);

/// <summary>What must hold besides the event.</summary>
public enum ComplaintGuard
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The author claims no compensation (requirement 0.15).</summary>
    NothingClaimed,

    /// <summary>Severity 1 at most, and no compensation is claimed.</summary>
    MildAndNothingClaimed,

    /// <summary>A contact at the client has said what may be offered.</summary>
    ClientHasAnswered,
}

/// <summary>What the guards look at.</summary>
/// <param name="Severity">How grave the case is.</param>
/// <param name="ClaimsCompensation">The author claims compensation.</param>
/// <param name="ClientHasAnswered">A contact at the client has said what may be offered.</param>
public readonly record struct ComplaintFacts(Severity Severity, bool ClaimsCompensation, bool ClientHasAnswered);
