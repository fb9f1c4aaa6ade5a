namespace SocialOps.Console.Commands;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The agency file, the inbox or an argument has mistakes, or an invariant does not hold; they were printed.</summary>
    public const int Mistakes = 1;

    /// <summary>The store, a file or the disk failed.</summary>
    public const int Failed = 2;
}
