using SocialOps.People;
using NodaTime;

namespace SocialOps.Escalations;

/// <summary>What firing a run did.</summary>
/// <param name="Run">The run as it stands now.</param>
/// <param name="Told">Whom to tell now; nobody twice within a minute.</param>
/// <param name="SkippedSteps">The steps that named nobody and were skipped at once, as numbers from 0, in order.</param>
/// <param name="NextAt">When to fire again; <see cref="Instant.MaxValue"/> for a stopped run.</param>
/// <param name="LastResort">No step names anybody: the caller tells the host's last resort. The run still goes on.</param>
public sealed record EscalationTransition(EscalationRun Run, IReadOnlyList<Recipient> Told, IReadOnlyList<int> SkippedSteps, Instant NextAt, bool LastResort);
