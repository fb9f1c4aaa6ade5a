using SocialOps.Time;

namespace SocialOps.ServicePackages;

/// <summary>Hours in which somebody is promised to watch (requirements 2.6 and 2.8), apart from what service levels promise.</summary>
/// <param name="Name">The window's name, for people.</param>
/// <param name="Calendar">When; <see langword="null"/> for 24 hours on 7 days.</param>
/// <param name="IsLight">Only an eye on it now and then (requirement 2.14), not somebody at the desk.</param>
/// <param name="People">How many people at once; 1 or more.</param>
public sealed record WatchWindow(string Name, CalendarId? Calendar = null, bool IsLight = false, int People = 1);
