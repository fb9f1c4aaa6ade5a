namespace SocialOps.OnCall.Calendars;

/// <summary>Something in a calendar's text that is not understood; becomes a finding.</summary>
internal sealed class CalendarTextException(ContentLine line, string message) : Exception(message)
{
    internal string Place { get; } = line.Name;

    internal int Line { get; } = line.Number;
}
