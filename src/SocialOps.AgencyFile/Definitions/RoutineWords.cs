using SocialOps.AgencyFiles.Shapes;
using SocialOps.Definitions;

namespace SocialOps.AgencyFiles.Definitions;

/// <summary>The words for what routines are for.</summary>
internal static class RoutineWords
{
    public static readonly WordShape<RoutineKind> Kind = new(
        "a kind of routine", "routine-kind", "What a routine is for.",
        new("watch", RoutineKind.Watch, "Eyes open on the channels."),
        new("sync", RoutineKind.Sync, "The team talks; the agenda is what is open."),
        new("retrospective", RoutineKind.Retrospective, "A look back after a campaign."),
        new("platform watch", RoutineKind.PlatformWatch, "What the platforms change stands on its agenda."),
        new("profile check", RoutineKind.ProfileCheck, "Profiles make a good first impression."),
        new("impulse", RoutineKind.Impulse, "Something new from outside."),
        new("exercise", RoutineKind.Exercise, "Writing, photographing and answering together."),
        new("continuity", RoutineKind.Continuity, "People, contracts and budgets; how long agreements run stands on its agenda."),
        new("other", RoutineKind.Other, "Any other."));
}
