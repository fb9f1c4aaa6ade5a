namespace SocialOps;

/// <summary>The root of what the library throws when a rule is broken or a race is lost. Misuse of a member throws the <see cref="ArgumentException"/> family instead.</summary>
public abstract class SocialOpsException : Exception
{
    private protected SocialOpsException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}

/// <summary>Somebody else changed the record first. Load it again and decide anew.</summary>
/// <param name="kind">The record's kind.</param>
/// <param name="id">The record's id.</param>
/// <param name="expectedVersion">The version the writer had read; 0 for a new record.</param>
public sealed class ConcurrencyConflictException(string kind, string id, long expectedVersion)
    : SocialOpsException($"{kind} '{id}' is no longer at version {expectedVersion}: somebody else changed it first. Load it again and decide anew.")
{
    /// <summary>The record's kind.</summary>
    public string Kind { get; } = kind;

    /// <summary>The record's id.</summary>
    public string RecordId { get; } = id;

    /// <summary>The version the writer had read; 0 for a new record.</summary>
    public long ExpectedVersion { get; } = expectedVersion;
}

/// <summary>A work row was finished with a lease that is no longer its current one; the transaction changes nothing.</summary>
/// <param name="workId">The work row.</param>
/// <param name="fence">The fence that is no longer current.</param>
public sealed class StaleLeaseException(long workId, long fence)
    : SocialOpsException($"Work {workId} is no longer held under fence {fence}: its lease ran out and another worker took it. Roll back; the other worker finishes it.")
{
    /// <summary>The work row.</summary>
    public long WorkId { get; } = workId;

    /// <summary>The fence that is no longer current.</summary>
    public long Fence { get; } = fence;
}

/// <summary>The store cannot be reached or cannot write. Nothing of the transaction is visible unless its outcome is said to be unknown.</summary>
/// <param name="message">What failed and the way out.</param>
/// <param name="innerException">The driver's error.</param>
public sealed class StoreUnavailableException(string message, Exception? innerException = null) : SocialOpsException(message, innerException)
{
    /// <summary>
    /// Whether the cause is that a later release wrote what is stored, and this one cannot read it or may not work on it any more (reliability F29). Nothing is lost: whatever runs that
    /// release goes on with it.
    /// </summary>
    public bool IsOfALaterRelease { get; init; }
}

/// <summary>What was asked for does not exist in this tenant.</summary>
/// <param name="kind">What was looked for, in a person's words.</param>
/// <param name="id">The id that does not exist.</param>
public sealed class NotFoundException(string kind, string id) : SocialOpsException($"There is no {kind} '{id}' in this tenant.")
{
    /// <summary>What was looked for.</summary>
    public string Kind { get; } = kind;

    /// <summary>The id that does not exist.</summary>
    public string RecordId { get; } = id;
}

/// <summary>The command is not possible in the present state.</summary>
/// <param name="subject">What the command was meant for.</param>
/// <param name="message">Which guards are not met, and the way out.</param>
public sealed class InvalidTransitionException(string subject, string message) : SocialOpsException($"{subject}: {message}")
{
    /// <summary>What the command was meant for.</summary>
    public string Subject { get; } = subject;
}

/// <summary>Definitions with mistakes: all of them, each with its place and the way out. Nothing was taken.</summary>
/// <param name="findings">At least one error.</param>
public sealed class InvalidDefinitionException(IReadOnlyList<Finding> findings)
    : SocialOpsException(Describe(findings))
{
    /// <summary>Every finding, in the order of the input.</summary>
    public IReadOnlyList<Finding> Findings { get; } = findings;

    internal static string Describe(IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return $"{findings.Count(f => f.Severity == FindingSeverity.Error)} mistake(s); nothing was taken:{Environment.NewLine}{string.Join(Environment.NewLine, findings)}";
    }
}

/// <summary>Definitions without something that open work needs. Nothing was taken: keep it, or close or hand over what needs it first.</summary>
/// <param name="findings">Everything that is needed, and by what.</param>
public sealed class DefinitionInUseException(IReadOnlyList<Finding> findings)
    : SocialOpsException(InvalidDefinitionException.Describe(findings))
{
    /// <summary>Everything that is needed, and by what.</summary>
    public IReadOnlyList<Finding> Findings { get; } = findings;
}
