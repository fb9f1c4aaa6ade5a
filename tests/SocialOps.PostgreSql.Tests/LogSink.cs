using Microsoft.Extensions.Logging;

namespace SocialOps.PostgreSql.Tests;

/// <summary>Keeps what was logged.</summary>
internal sealed class LogSink : ILogger<PostgreSqlStore>
{
    public List<string> Messages { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        => Messages.Add(formatter(state, exception));
}
