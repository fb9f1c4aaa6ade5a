namespace SocialOps.Work;

/// <summary>The environment that this process runs in, as <c>UseEnvironment</c> says or, with the worker, the host. Registered as a service. Immutable.</summary>
/// <param name="Name">The name, e.g. <c>Production</c>; compared without regard to case.</param>
public sealed record OperatingEnvironment(string Name);
