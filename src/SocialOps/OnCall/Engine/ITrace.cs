using SocialOps.People;

namespace SocialOps.OnCall.Engine;

/// <summary>Where the evaluator writes what it does. With <see cref="NoTrace"/> the compiler removes every trace.</summary>
internal interface ITrace
{
    bool IsOn { get; }

    void Add(ExplanationRule rule, string text, string? layer = null, long? turn = null, PersonId? person = null, string? exception = null);
}

internal readonly struct NoTrace : ITrace
{
    public bool IsOn => false;

    public void Add(ExplanationRule rule, string text, string? layer, long? turn, PersonId? person, string? exception)
    {
    }
}

internal readonly struct Recorder(List<ExplanationStep> steps) : ITrace
{
    public bool IsOn => true;

    public void Add(ExplanationRule rule, string text, string? layer, long? turn, PersonId? person, string? exception)
        => steps.Add(new(rule, text) { Layer = layer, Turn = turn, Person = person, Override = exception });
}
