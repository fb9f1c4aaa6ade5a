namespace SocialOps.People;

/// <summary>One way to reach somebody.</summary>
/// <param name="Kind">The notification channel, e.g. <c>mail</c>, <c>phone</c>, <c>sms</c>.</param>
/// <param name="Address">The address in that channel.</param>
public sealed record ContactMethod(string Kind, string Address);
