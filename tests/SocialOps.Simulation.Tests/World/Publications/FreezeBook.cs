using NodaTime;
using SocialOps.Publishing;
using SocialOps.Simulation.Tests.Engine;

namespace SocialOps.Simulation.Tests.World.Publications;

/// <summary>What is frozen, since when, and what was let go again; asked at the commit that begins an attempt.</summary>
internal sealed class FreezeBook(History history)
{
    private readonly Dictionary<string, Instant> _frozen = [];
    private readonly Dictionary<string, Instant> _lifted = [];
    private readonly Dictionary<PublicationId, Instant> _meant = [];

    public bool IsFrozen(FreezeScope scope) => _frozen.ContainsKey(scope.Key);

    public IEnumerable<string> Frozen => _frozen.Keys;

    /// <summary>Whatever a process has frozen is frozen from its commit on.</summary>
    public void See(Commit commit)
    {
        foreach (var frozen in commit.Events.Where(e => e.Action == "publishing.frozen"))
        {
            Froze(frozen.SubjectId);
        }
    }

    public void Lifted(string scope)
    {
        if (_frozen.Remove(scope))
        {
            _lifted[scope] = history.Time.Now;
        }
    }

    /// <summary>It was scheduled, or a person meant it to go out after all.</summary>
    public void Meant(PublicationId id, bool anew)
    {
        if (anew || !_meant.ContainsKey(id))
        {
            _meant[id] = history.Time.Now;
        }
    }

    public void Begun(Publication publication)
    {
        foreach (var scope in (string[])[FreezeScope.All.Key, FreezeScope.Of(publication.Client!.Value).Key, FreezeScope.Of(publication.Account!.Value).Key])
        {
            if (_frozen.TryGetValue(scope, out var since))
            {
                history.Violate($"frozen: '{scope}' is frozen since {since}, and publication {publication.Id} begins to be sent.");
            }
            else if (_lifted.TryGetValue(scope, out var lifted) && _meant[publication.Id] < lifted - history.Skew)
            {
                history.Violate($"frozen: publication {publication.Id} of {_meant[publication.Id]} begins to be sent, and nobody has confirmed it since the freeze of '{scope}' was lifted at {lifted}.");
            }
        }
    }

    private void Froze(string scope)
    {
        if (_frozen.TryAdd(scope, history.Time.Now))
        {
            history.Counts.See(Reached.Freezes);
        }
    }
}
