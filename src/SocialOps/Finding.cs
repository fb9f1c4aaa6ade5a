using System.Text;

namespace SocialOps;

/// <summary>One fault in what somebody wrote: where it stands, what stands there, and the way out. Bad input gets all its findings at once.</summary>
/// <param name="Severity">An error refuses the input; a warning does not.</param>
/// <param name="Path">The place, as a path from the root: <c>people[lena].deputies[0]</c>.</param>
/// <param name="Message">What is wrong, naming the value, and how to put it right.</param>
/// <param name="Line">The line in the file (from 1), where there is a file.</param>
/// <param name="Column">The column in that line (from 1), where there is a file.</param>
public sealed record Finding(FindingSeverity Severity, string Path, string Message, int? Line = null, int? Column = null)
{
    /// <summary>A finding that refuses the input.</summary>
    public static Finding Error(string path, string message) => new(FindingSeverity.Error, path, message);

    /// <summary>A finding that people should read, but that refuses nothing.</summary>
    public static Finding Warning(string path, string message) => new(FindingSeverity.Warning, path, message);

    /// <summary>One line for people: place, severity, path, message.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        if (Line is { } line)
        {
            text.Append('(').Append(line).Append(',').Append(Column ?? 1).Append("): ");
        }

        text.Append(Severity == FindingSeverity.Error ? "error" : "warning").Append(": ");
        if (Path.Length > 0)
        {
            text.Append(Path).Append(": ");
        }

        return text.Append(Message).ToString();
    }
}

/// <summary>Whether a finding refuses the input.</summary>
public enum FindingSeverity
{
    /// <summary>The input is accepted; people should read this.</summary>
    Warning,

    /// <summary>The input is refused; nothing of it was taken.</summary>
    Error,
}
