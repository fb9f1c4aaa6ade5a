using SocialOps.Guidelines;
using SocialOps.Storage;

namespace SocialOps.Definitions;

/// <summary>
/// The guidelines, in every version that ever held (requirement 1.4). They are taken in with the agency's definitions (<see cref="AgencyService.ApplyAsync"/>), or signed by both sides where that was arranged
/// (<c>Editorial.Signing.ProposeGuidelineAsync</c>). Thread-safe.
/// </summary>
public sealed class GuidelineService
{
    private readonly IStore _store;
    private readonly SnapshotCache _snapshots;

    internal GuidelineService(TenantId tenant, IStore store, SnapshotCache snapshots) => (Tenant, _store, _snapshots) = (tenant, store, snapshots);

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>A guideline as it holds now, or in an earlier version.</summary>
    /// <param name="id">The document.</param>
    /// <param name="version">The version, from 1; <see langword="null"/> for the one that holds.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The document, or <see langword="null"/> where there is none, or none in that version.</returns>
    public ValueTask<GuidelineDocument?> FindAsync(GuidelineId id, int? version = null, CancellationToken cancellationToken = default)
        => _store.ReadAsync(Tenant, async t => version is { } one
            ? await GuidelineLibrary.FindAsync(t, id, one, cancellationToken).ConfigureAwait(false)
            : (await _snapshots.FindCurrentAsync(t, cancellationToken).ConfigureAwait(false))?.FindGuideline(id), cancellationToken);

    /// <summary>Every version that ever held, the first at the head; empty for a document that never was.</summary>
    /// <param name="id">The document.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<IReadOnlyList<GuidelineDocument>> GetVersionsAsync(GuidelineId id, CancellationToken cancellationToken = default)
        => _store.ReadAsync(Tenant, async t =>
        {
            var versions = new List<GuidelineDocument>();
            while (await GuidelineLibrary.FindAsync(t, id, versions.Count + 1, cancellationToken).ConfigureAwait(false) is { } next)
            {
                versions.Add(next);
            }

            return (IReadOnlyList<GuidelineDocument>)versions;
        }, cancellationToken);

    /// <summary>What a text cites, word for word: each section in the version that is named, or that holds where none is.</summary>
    /// <param name="text">A reason, as it is kept.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="InvalidDefinitionException">It cites what is not there: all of it, each with what is.</exception>
    public ValueTask<IReadOnlyList<CitedSection>> ReadAsync(string text, CancellationToken cancellationToken = default)
        => _store.ReadAsync(Tenant, async t =>
        {
            var cited = new List<CitedSection>();
            foreach (var citation in GuidelineCitation.FindIn(await GuidelineLibrary.PinAsync(t, _snapshots, text, cancellationToken).ConfigureAwait(false)).Where(c => c.Version is not null))
            {
                var document = await GuidelineLibrary.FindAsync(t, citation.Guideline, citation.Version!.Value, cancellationToken).ConfigureAwait(false);
                cited.Add(new(citation, document!.Hash!, document.FindSection(citation.Section)!));
            }

            return (IReadOnlyList<CitedSection>)cited;
        }, cancellationToken);
}

/// <summary>A section that a text cites.</summary>
/// <param name="Citation">As it is cited.</param>
/// <param name="Hash">The hash of the version.</param>
/// <param name="Section">What it says there.</param>
public sealed record CitedSection(GuidelineCitation Citation, string Hash, GuidelineSection Section);
