namespace SocialOps.Testing;

/// <summary>
/// Decides what goes wrong. It is asked around each step that reaches a store; it may take its time (a stall), never return (the process died there), or name a fault.
/// </summary>
public interface IStoreFaults
{
    /// <summary>A step is about to be done. While this waits, nothing of it has happened.</summary>
    ValueTask<StoreFault> BeforeAsync(StoreStep step);

    /// <summary>The step is done. While this waits, the caller does not know yet. Not asked when the step failed.</summary>
    ValueTask AfterAsync(StoreStep step);
}

/// <summary>The steps between which a process can die with a different outcome. What a transaction reads and writes within itself is none: without its commit it has not happened.</summary>
public enum StoreStep
{
    /// <summary>A reading transaction begins.</summary>
    BeginRead,

    /// <summary>A writing transaction begins.</summary>
    BeginWrite,

    /// <summary>A writing transaction is kept.</summary>
    Commit,

    /// <summary>Work rows are claimed.</summary>
    Claim,

    /// <summary>Leases are renewed.</summary>
    Extend,
}

/// <summary>What goes wrong with a step.</summary>
public enum StoreFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It fails with <see cref="StoreUnavailableException"/> and was not done.</summary>
    NotDone,

    /// <summary>It is done and fails with <see cref="StoreUnavailableException"/> all the same: the connection died before the answer.</summary>
    DoneButUnanswered,
}
