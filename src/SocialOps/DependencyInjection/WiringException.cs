namespace SocialOps.DependencyInjection;

/// <summary>The library is not put together as it must be. Every fault is one sentence that names the call to add, to correct or to leave out.</summary>
/// <param name="faults">At least one sentence.</param>
public sealed class WiringException(IReadOnlyList<string> faults) : SocialOpsException(string.Join(Environment.NewLine, faults))
{
    /// <summary>One fault.</summary>
    /// <param name="fault">The sentence.</param>
    public WiringException(string fault)
        : this([fault])
    {
    }

    /// <summary>Every fault, each a sentence.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
