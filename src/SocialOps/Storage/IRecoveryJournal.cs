using NodaTime;

namespace SocialOps.Storage;

/// <summary>
/// Remembers outside of the database what a restored backup has forgotten: what was sent, and who was erased (reliability F30, c.5). At the start the library compares the two: what went out after the backup was made is looked for on
/// the network and never sent again on doubt, erasures are done again, and people are told. <c>UseRecoveryJournal(folder)</c> keeps it in files. Thread-safe.
/// </summary>
/// <remarks>One journal a database. Keep it where a restored backup does not overwrite it, and at least as long as the oldest backup that may be restored.</remarks>
public interface IRecoveryJournal
{
    /// <summary>Keeps an entry. When it returns, the entry survives a power loss; a send waits for it, and is put off if it throws.</summary>
    /// <param name="entry">What is about to happen.</param>
    /// <param name="cancellationToken">Stops it.</param>
    ValueTask AppendAsync(RecoveryEntry entry, CancellationToken cancellationToken = default);

    /// <summary>The entries from an instant on, in any order; earlier ones may be among them. Read once at each start.</summary>
    /// <param name="since">The instant.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    IAsyncEnumerable<RecoveryEntry> ReadAsync(Instant since, CancellationToken cancellationToken = default);
}
