namespace SocialOps.KillWorker;

/// <summary>Bugs that a test plants to see that the checker of histories finds them: <c>SOCIALOPS_BUG</c> names one.</summary>
internal static class Bug
{
    private static readonly string? Planted = Environment.GetEnvironmentVariable("SOCIALOPS_BUG");
    private static int _times;

    public static bool Is(string name) => Planted == name;

    /// <summary>The bug, now and then.</summary>
    public static bool Strikes(string name, int every) => Planted == name && Interlocked.Increment(ref _times) % every == 0;
}
