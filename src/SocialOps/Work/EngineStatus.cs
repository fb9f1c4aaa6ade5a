namespace SocialOps.Work;

/// <summary>Whether the engine of this process does everything that is due, and what holds it up.</summary>
/// <param name="Environment">The environment that this process runs in; <see langword="null"/> where the host names none.</param>
/// <param name="DatabaseEnvironment">The environment that the database belongs to; <see langword="null"/> before the first start under a name.</param>
/// <param name="IsForeign">The two differ: nothing is published and nobody is told until <see cref="EngineService.ConfirmEnvironmentAsync"/>.</param>
/// <param name="ClockIsSuspect">The clock has jumped ahead: publishing and expiry wait until it has been steady for a minute, or <see cref="EngineService.ConfirmClock"/>.</param>
public sealed record EngineStatus(string? Environment, string? DatabaseEnvironment, bool IsForeign, bool ClockIsSuspect);
