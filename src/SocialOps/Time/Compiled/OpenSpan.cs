namespace SocialOps.Time.Compiled;

/// <summary>An open stretch, half-open [start, end), in ticks.</summary>
internal readonly record struct OpenSpan(long Start, long End);
