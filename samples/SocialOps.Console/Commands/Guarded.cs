using SocialOps.Console.Desk;
using Spectre.Console;

namespace SocialOps.Console.Commands;

/// <summary>Turns what can go wrong into a sentence and an exit code.</summary>
internal static class Guarded
{
    public static async Task<int> RunAsync(Func<Task<int>> action)
    {
        try
        {
            return await action();
        }
        catch (InvalidDefinitionException exception) when (exception.Findings.All(f => f.Path.StartsWith("--", StringComparison.Ordinal)))
        {
            foreach (var finding in exception.Findings)
            {
                Terminal.Errors.WriteLine($"{finding.Path}: {finding.Message}");
            }

            return ExitCode.Mistakes;
        }
        catch (InvalidDefinitionException exception)
        {
            Terminal.Errors.WriteLine(exception.Message);
            return ExitCode.Mistakes;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SocialOpsException)
        {
            Terminal.Errors.MarkupLineInterpolated($"[red]{exception.Message}[/]");
            return ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            Terminal.Errors.WriteLine("Stopped. What was due is due again at the next start.");
            return ExitCode.Failed;
        }
    }
}
