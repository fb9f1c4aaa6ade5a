using NodaTime;
using SocialOps.Channels;
using SocialOps.Content;
using SocialOps.Time;

namespace SocialOps.Tests.Content;

/// <summary>The code of docs/concepts/content.md.</summary>
public sealed class ContentDocumentTests
{
    [Fact]
    public void Example_OfAVariant_IsCheckedAndHashed()
    {
        // snippet: content-variant
        var variant = new Variant
        {
            Account = new("studio-nord-bluesky"),
            Text = "Am Samstag ist Sommerfest!",
            Media = [new() { File = FileHash.Of("the file's bytes"u8), AltText = "Girlanden im Hof" }],
            Language = "de",
        };
        var revision = Revision.Create(new("sommerfest"), 1, [variant], Actor.Person("lena", "portal"), Instant.FromUtc(2026, 6, 8, 9, 0));
        var hash = revision.Variants[0].ComputeHash(); // what an approval is bound to
        var findings = VariantCheck.Check(revision.Variants[0], NetworkLimits.For("bluesky"), new Dictionary<FileHash, MediaAsset>());
        // end snippet

        hash.Value.Should().HaveLength(64);
        findings.Should().ContainSingle().Which.ToString().Should().Be("error: variants[studio-nord-bluesky].media[0].file: Nothing is known of this file. Add it to the item's assets with its type, size and rights first.");
    }

    [Fact]
    public async Task Example_OfAnItem_IsWrittenCheckedAndPlanned()
    {
        await using var host = await TestOps.StartAsync();
        var (ops, shop, ada) = (host.Ops, TestAgency.Shop, TestOps.Ada);

        // snippet: content-item
        var brief = new ContentBrief("Sommerfest", ContentKind.ClientStory, [ContentPurpose.Please], Pillars: []);
        var item = await ops.Content.CreateAsync(shop, brief, [new Variant { Account = new("shop-x"), Text = "Am Samstag ist Sommerfest!" }], ada);

        var berlin = TimeZones.Get("Europe/Berlin");
        var window = PublishWindow.At(new(2026, 6, 18, 10, 0), berlin, earlier: Duration.Zero, later: Duration.FromHours(4));
        await ops.Content.ScheduleAsync(item.Id, window, ada); // moves no hash

        var readiness = await ops.Content.CheckAsync(item.Id);
        // end snippet

        readiness.IsReady.Should().BeTrue();
    }
}
