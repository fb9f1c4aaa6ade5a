using SocialOps.Inbox;
using SocialOps.Incidents;
using SocialOps.People;
using SocialOps.Simulation.Tests.Engine;

namespace SocialOps.Simulation.Tests.World.Agency;

/// <summary>People who take definitions in anew while work is in flight: an approver loses the role, the roster changes, a person leaves, packages end and are replaced.</summary>
internal sealed class Managers(Process portal, History history) : Area(portal, history)
{
    private int _taken = 1;

    public override bool Act()
    {
        if (_taken >= History.Setting.Road.Count || History.Random.Chance(75))
        {
            return false;
        }

        var next = History.Setting.Road[_taken];
        Do("managers", $"take in definitions {_taken + 1}", async p => await p.Ops.Agency.ApplyAsync(next, Actor.Person("ben", "simulation")).ConfigureAwait(false), kept =>
        {
            if (kept.Has("agency.imported"))
            {
                (_taken, History.Agency) = (_taken + 1, next);
                History.Counts.See(Reached.AgencyChanges);
            }
        });
        return true;
    }

    public override bool Finish() => false;

    /// <summary>Nobody who has left is responsible for anything open.</summary>
    protected override void Watch(Commit commit)
    {
        if (!commit.Has("agency.imported"))
        {
            return;
        }

        foreach (var (what, who) in History.All(InboxRecords.Cases).Where(c => c.ClosedAt is null).Select(c => ($"case {c.Id}", c.Responsible))
            .Concat(History.All(IncidentRecords.Incidents).Where(i => i.ClosedAt is null).Select(i => ($"incident {i.Id}", i.Responsible))))
        {
            if (who is Recipient.OfAgency { Person: var id } && History.Agency.People.All(p => p.Id != id))
            {
                History.Violate($"left: {id} has left, and is responsible for {what}.");
            }
        }
    }
}
