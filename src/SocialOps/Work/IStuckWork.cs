namespace SocialOps.Work;

/// <summary>Hears of rows that keep failing: somebody has to look.</summary>
internal interface IStuckWork
{
    ValueTask TellAsync(WorkItem work, string error, CancellationToken cancellationToken);
}
