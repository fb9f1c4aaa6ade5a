using SocialOps.Channels;

namespace SocialOps.Simulation.Tests.Engine;

/// <summary>
/// Something that a history plays beside the workers and the platform: what its people do, and a book of its own about it. The book is kept from what people meant and from what was
/// committed, never from what the library says about itself, and is compared with what workers begin and what reaches the network.
/// </summary>
internal abstract class Area(Process portal, History history)
{
    private Action<Commit>? _meant;

    protected History History => history;

    protected Process Portal => portal;

    /// <summary>Nobody is doing anything.</summary>
    public bool IsIdle => portal.StopsAt is null;

    /// <summary>One of its people does something, if there is anything to be done.</summary>
    public abstract bool Act();

    /// <summary>The faults have stopped: one thing that is open is attended to.</summary>
    public abstract bool Finish();

    /// <summary>A process has committed.</summary>
    public void See(Commit commit)
    {
        if (commit.By == portal && _meant is { } meant)
        {
            meant(commit);
        }

        Watch(commit);
    }

    /// <summary>A request leaves for the network.</summary>
    public virtual void SeeRequest(PublishRequest request)
    {
    }

    /// <summary>Everything has ended.</summary>
    public virtual void CheckEnd()
    {
    }

    /// <summary>A process has committed; compares it with the book.</summary>
    protected virtual void Watch(Commit commit)
    {
    }

    /// <summary>Somebody does something at the portal. What it means is noted when it is kept, whatever the caller hears.</summary>
    protected void Do(string who, string what, Func<Process, Task> command, Action<Commit>? kept = null)
    {
        history.Log(who, what);
        _meant = kept;
        portal.Run(async p =>
        {
            try
            {
                await command(p).ConfigureAwait(false);
            }
            catch (Exception e) when (e is InvalidTransitionException or ConcurrencyConflictException or StoreUnavailableException or NotFoundException or DefinitionInUseException)
            {
                history.Log(who, $"is told: {e.Message}");
            }
            finally
            {
                _meant = null;
            }
        });
    }
}
