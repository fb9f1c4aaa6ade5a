using NodaTime;

namespace SocialOps.ServicePackages;

/// <summary>What a package takes (requirement 2.14): "one to two hours a working day, and an eye on it in the evening and at weekends".</summary>
/// <param name="PerPost">For one post, from the idea to the entry.</param>
/// <param name="PerWorkday">For reading and answering, Monday to Friday.</param>
/// <param name="PerWatchHour">For an hour of a watch window.</param>
public sealed record PackageEffort(Duration PerPost, Duration PerWorkday, Duration PerWatchHour);
