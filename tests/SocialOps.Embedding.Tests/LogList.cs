using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SocialOps.Embedding.Tests;

/// <summary>Everything that was logged.</summary>
internal sealed class LogList : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> _entries = new();

    public IReadOnlyList<LogLine> Entries => [.. _entries];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _entries);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<LogLine> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => entries.Enqueue(new(category, eventId, logLevel, formatter(state, exception), exception, state as IReadOnlyList<KeyValuePair<string, object?>> ?? []));
    }
}

/// <summary>One entry with its fields.</summary>
internal sealed record LogLine(string Category, EventId Event, LogLevel Level, string Text, Exception? Exception, IReadOnlyList<KeyValuePair<string, object?>> Fields);
