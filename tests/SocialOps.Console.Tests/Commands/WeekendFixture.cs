using SocialOps.Console.Tests.Processes;

namespace SocialOps.Console.Tests.Commands;

/// <summary>The weekend, once, as somebody sees it who pipes it into a file.</summary>
public sealed class WeekendFixture : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    internal ConsoleResult Result { get; private set; } = null!;

    internal string Database => _folder.File("weekend.db");

    public async ValueTask InitializeAsync() => Result = await ConsoleProcess.RunAsync("weekend", "--db", Database);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
