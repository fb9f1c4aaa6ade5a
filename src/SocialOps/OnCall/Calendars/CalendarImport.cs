namespace SocialOps.OnCall.Calendars;

/// <summary>What was read from a calendar.</summary>
/// <param name="Events">The events within the asked stretch, by begin; repetitions one by one.</param>
/// <param name="Findings">What was not understood, each by its name and line; such an event is left out.</param>
public sealed record CalendarImport(IReadOnlyList<ImportedEvent> Events, IReadOnlyList<Finding> Findings);
