namespace SocialOps.OnCall;

/// <summary>Where a stretch of duty comes from.</summary>
/// <param name="Layer">The layer, where one gave it.</param>
/// <param name="Turn">The number of the turn in the layer's rotation, where one gave it.</param>
/// <param name="Override">The override, swap or plan, where one gave it or replaced somebody.</param>
public sealed record DutySource(string? Layer, long? Turn, string? Override);
