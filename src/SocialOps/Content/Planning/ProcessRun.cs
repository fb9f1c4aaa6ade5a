using NodaTime;
using SocialOps.People;

namespace SocialOps.Content;

/// <summary>A process under way for one item: each step dated, agreed by those who do and check it, done, checked. Immutable; each member gives the next state.</summary>
/// <param name="Template">The template's name.</param>
/// <param name="Steps">The steps in their order.</param>
public sealed record ProcessRun(string Template, IReadOnlyList<RunStep> Steps)
{
    /// <summary>Whether everybody has agreed to every date.</summary>
    public bool IsAgreed => Steps.All(s => s.IsAgreed);

    /// <summary>The step to do next: the first that is not done; <see langword="null"/> when all are.</summary>
    public RunStep? Next => Steps.FirstOrDefault(s => s.DoneAt is null);

    /// <summary>Steps that are done and wait for their control owner.</summary>
    public IEnumerable<RunStep> WaitingForControl => Steps.Where(s => s is { DoneAt: not null, CheckedAt: null });

    /// <summary>Dates a template for a slot; nobody has agreed yet.</summary>
    public static ProcessRun Begin(ProcessTemplate template, LocalDateTime slot, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(template);
        return new(template.Id, [.. template.DatesFor(slot, zone).Select(d => new RunStep(d.Step.Name, d.Step.Doer, d.Step.Control, d.DueAt, []))]);
    }

    /// <summary>Somebody agrees to every date that concerns them.</summary>
    /// <exception cref="InvalidTransitionException">No step is theirs.</exception>
    public ProcessRun Agree(PersonId who)
        => Steps.Any(s => s.Concerns(who))
            ? this with { Steps = [.. Steps.Select(s => s.Concerns(who) && !s.AgreedBy.Contains(who) ? s with { AgreedBy = [.. s.AgreedBy, who] } : s)] }
            : throw new InvalidTransitionException($"Process {Template}", $"no step is {who}'s to do or to check.");

    /// <summary>The doer has done a step.</summary>
    /// <exception cref="InvalidTransitionException">It is not theirs, not agreed, done already, or an earlier one is not done.</exception>
    public ProcessRun Complete(string step, PersonId who, Instant at)
    {
        var found = Get(step);
        var refusal = found.Doer != who ? $"is {found.Doer}'s to do"
            : !found.IsAgreed ? $"has a date that {string.Join(" and ", found.Missing)} did not agree to yet"
            : Next is { } next && next != found && found.DoneAt is null ? $"follows '{next.Name}', which is not done"
            : found.DoneAt is { } done ? $"was done at {done}"
            : null;
        return refusal is null ? With(found, found with { DoneAt = at }) : throw Refused(step, refusal);
    }

    /// <summary>The control owner has checked a step; not accepted, it is to be done again.</summary>
    /// <exception cref="InvalidTransitionException">It is not theirs to check, not done, or checked already.</exception>
    public ProcessRun Check(string step, PersonId who, bool isAccepted, string note, Instant at)
    {
        var found = Get(step);
        var refusal = found.Control != who ? $"is {found.Control}'s to check"
            : found.DoneAt is null ? "is not done yet"
            : found.CheckedAt is { } before ? $"was checked at {before}"
            : null;
        return refusal is null
            ? With(found, found with { CheckedAt = isAccepted ? at : null, DoneAt = isAccepted ? found.DoneAt : null, Note = note })
            : throw Refused(step, refusal);
    }

    private RunStep Get(string step) => Steps.FirstOrDefault(s => s.Name == step) ?? throw new NotFoundException("process step", step);

    private ProcessRun With(RunStep before, RunStep after) => this with { Steps = [.. Steps.Select(s => ReferenceEquals(s, before) ? after : s)] };

    private static InvalidTransitionException Refused(string step, string why) => new($"Step {step}", $"it {why}.");
}

/// <summary>One step under way.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Doer">Who does it.</param>
/// <param name="Control">Who checks it.</param>
/// <param name="DueAt">By when.</param>
/// <param name="AgreedBy">Who has agreed to the date.</param>
/// <param name="DoneAt">When it was done.</param>
/// <param name="CheckedAt">When it was found done.</param>
/// <param name="Note">What the control owner said last.</param>
public sealed record RunStep(string Name, PersonId Doer, PersonId Control, Instant DueAt, IReadOnlyList<PersonId> AgreedBy, Instant? DoneAt = null, Instant? CheckedAt = null, string? Note = null)
{
    /// <summary>Whether both have agreed to the date.</summary>
    public bool IsAgreed => !Missing.Any();

    internal IEnumerable<PersonId> Missing => new[] { Doer, Control }.Distinct().Except(AgreedBy);

    internal bool Concerns(PersonId who) => Doer == who || Control == who;
}
