namespace SocialOps.Work;

/// <summary>
/// Which rows may be claimed now: under another environment's name nothing leaves the database (reliability F31), and while the clock is suspect nothing happens that cannot be taken
/// back (F5). Rows that may not be claimed stay due. Thread-safe.
/// </summary>
internal sealed class EngineGate(EngineClock clock)
{
    private volatile bool _isForeign;

    public bool IsForeign
    {
        get => _isForeign;
        set => _isForeign = value;
    }

    public bool IsOpenFor(IWorkHandler handler) => !(_isForeign && handler is IExternalHandler) && !(handler.NeedsTrustedClock && clock.IsSuspect);
}
