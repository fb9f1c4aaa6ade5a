using NodaTime;
using SocialOps.Channels;
using SocialOps.Content;
using SocialOps.Time;

namespace SocialOps.Tests.Content;

/// <summary>Plans to test with: the shop speaks on X on Tuesdays and Thursdays at 10:00 in Berlin.</summary>
internal static class Plans
{
    public static readonly DateTimeZone Berlin = TimeZones.Get("Europe/Berlin");

    public static readonly ChannelAccountId Shop = new("shop-x");

    /// <summary>Monday, 8 June 2026.</summary>
    public static readonly LocalDate Monday = new(2026, 6, 8);

    public static EditorialPlan Plan() => new()
    {
        Client = new("shop"),
        Zone = "Europe/Berlin",
        Cadences = [new(Shop, 2)],
        Slots = [new(Shop, IsoDayOfWeek.Tuesday, new(10, 0)), new(Shop, IsoDayOfWeek.Thursday, new(10, 0))],
    };

    public static PlannedPost Post(LocalDateTime local, ContentState state = ContentState.Scheduled, ContentKind kind = ContentKind.General, string account = "shop-x")
        => new(new($"item-{local}"), new(account), "x", kind, [ContentPurpose.Please], TimeZones.Resolve(local, Berlin), state);

    public static LocalDateTime Tuesday => Monday.PlusDays(1).At(new(10, 0));

    public static LocalDateTime Thursday => Monday.PlusDays(3).At(new(10, 0));
}
