using NodaTime;
using SocialOps.Content;

namespace SocialOps.Tests.Content;

/// <summary>Content to test with.</summary>
internal static class Variants
{
    public static readonly FileHash Photo = FileHash.Of("a photo"u8);

    public static readonly Actor Ada = Actor.Person("ada", "test");

    /// <summary>With every member set.</summary>
    public static Variant Full() => new()
    {
        Account = new("shop-x"),
        Kind = PostKind.Post,
        Text = "Grüße aus Köln\n\"Hallo\" \\ \u0001 😀",
        Link = "https://shop.example/a?b=1",
        FirstComment = "Mehr dazu",
        Media =
        [
            new() { File = Photo, AltText = "Eine Bäckerin", Crop = new(1, 2, 300, 400), Thumbnail = FileHash.Of("still"u8) },
            new() { File = FileHash.Of("another"u8) },
        ],
        Poll = new(["ja", "nein"], Duration.FromDays(1), IsMultiple: true),
        Audience = new() { Visibility = Visibility.Followers, Countries = ["AT", "DE"], MinAge = 18 },
        IsPaidPartnership = true,
        Language = "de",
        ReplyTo = "4711",
    };

    public static Variant Saying(string text, string account = "shop-x") => new() { Account = new(account), Text = text };

    public static Revision Revise(params Variant[] variants) => Revision.Create(new("item"), 1, variants, Ada, Instant.FromUtc(2026, 6, 12, 14, 0));
}
