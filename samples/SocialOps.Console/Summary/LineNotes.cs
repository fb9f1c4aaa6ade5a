using System.Globalization;
using SocialOps.Console.Desk;
using Spectre.Console;

namespace SocialOps.Console.Summary;

/// <summary>What is to be said about single lines of an inbox, with their numbers: the first ones in full, the others counted.</summary>
internal sealed class LineNotes
{
    private const int Shown = 20;
    private readonly List<(long Number, string Text)> _first = [];
    private long _count;

    public void Add(long number, string text)
    {
        if (++_count <= Shown)
        {
            _first.Add((number, text));
        }
    }

    /// <summary>Takes the warnings of a line; its errors come from the quarantine.</summary>
    public void AddWarnings(InboxLine line)
    {
        foreach (var finding in Inbox.InboundLine.Check(line.Bytes).Where(f => f.Severity == FindingSeverity.Warning))
        {
            Add(line.Number, $"{finding.Path}: {finding.Message}");
        }
    }

    public void Write(string what)
    {
        foreach (var (number, text) in _first)
        {
            Terminal.Errors.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[yellow]line {number}[/]: {text}");
        }

        if (_count > Shown)
        {
            Terminal.Errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"... and {_count - Shown:N0} more {what}."));
        }
    }
}
