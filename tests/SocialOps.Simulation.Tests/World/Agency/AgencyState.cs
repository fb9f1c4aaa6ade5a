using NodaTime;
using SocialOps.Definitions;
using SocialOps.People;
using SocialOps.Tests;

namespace SocialOps.Simulation.Tests.World.Agency;

/// <summary>What can change in the large agency while work is in flight.</summary>
internal sealed record AgencyState
{
    private static readonly Func<AgencyState, AgencyState>[] Changes =
    [
        s => s with { BenApproves = !s.BenApproves },
        s => s with { IsSwapped = !s.IsSwapped },
        s => s with { HasCem = !s.HasCem },
        s => s with { IsCalm = !s.IsCalm },
        s => s with { AgencyAnswersForBakery = !s.AgencyAnswersForBakery },
        s => s with { BenApproves = !s.BenApproves },
    ];

    /// <summary>Ben has the role by which content is approved.</summary>
    public bool BenApproves { get; init; } = true;

    /// <summary>Ben has the weekdays and Ada the weekends.</summary>
    public bool IsSwapped { get; init; }

    public bool HasCem { get; init; } = true;

    /// <summary>The shop has another package, with longer promises and less that the engine may do alone; the former one has ended.</summary>
    public bool IsCalm { get; init; }

    /// <summary>The bakery has the shop's package instead of its own.</summary>
    public bool AgencyAnswersForBakery { get; init; }

    /// <summary>Each road begins with another change; a revision is the same for all histories on one road, so that it is compiled once.</summary>
    public static IReadOnlyList<IReadOnlyList<AgencyDefinition>> Roads { get; } =
    [
        .. Enumerable.Range(0, Changes.Length).Select(road =>
        {
            var (state, definitions) = (new AgencyState(), new List<AgencyDefinition> { new AgencyState().Define() });
            for (var i = 0; i < Changes.Length; i++)
            {
                state = Changes[(road + i) % Changes.Length](state);
                definitions.Add(state.Define());
            }

            return definitions;
        }),
    ];

    private AgencyDefinition Define()
    {
        var all = LargeAgency.Create();
        var (plus, starter) = (all.Packages[0], all.Packages[1]);
        var calm = plus with
        {
            Id = new("calm"),
            Name = "Calm",
            Autonomy = AutonomyLevel.Suggest,
            ServiceLevels = [plus.ServiceLevels[0] with { Acknowledge = TestAgency.Within(Duration.FromHours(3)), NextAction = TestAgency.Within(Duration.FromHours(8)) }, plus.ServiceLevels[1]],
        };
        var package = IsCalm ? calm : plus;
        var schedule = all.Schedules[0];
        return all with
        {
            People = [.. all.People.Where(p => HasCem || p.Id != LargeAgency.Cem).Select(p => p.Id == TestAgency.Ben && !BenApproves ? p with { Roles = [PersonRole.Admin, PersonRole.Author] } : p)],
            Schedules = [IsSwapped ? schedule with { Layers = [.. schedule.Layers.Select((l, i) => l with { Rotation = schedule.Layers[1 - i].Rotation })] } : schedule],
            Packages = [package, starter],
            Clients = [all.Clients[0] with { Agreement = all.Clients[0].Agreement with { Package = package.Id } }, all.Clients[1] with { Agreement = all.Clients[1].Agreement with { Package = AgencyAnswersForBakery ? package.Id : starter.Id } }],
        };
    }
}
