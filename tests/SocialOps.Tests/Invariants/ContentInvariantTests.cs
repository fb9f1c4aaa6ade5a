using Microsoft.Extensions.DependencyInjection;
using SocialOps.Content;
using SocialOps.Invariants;
using SocialOps.Publishing;
using SocialOps.Storage;
using SocialOps.Tests.Publishing;

namespace SocialOps.Tests.Invariants;

/// <summary>I2 of what is sent as content: the approval, and the approved bytes.</summary>
public sealed class ContentInvariantTests
{
    [Fact]
    public async Task Check_PublishedContent_Holds()
    {
        await using var ops = await EditorialOps.StartAsync();
        await ops.ScheduledAsync();
        await ops.ReachSlotAsync();

        (await ops.Tenant.Invariants.CheckAsync()).Violations.Should().BeEmpty();
    }

    [Fact]
    public async Task Check_HeldContent_Holds()
    {
        await using var ops = await EditorialOps.StartAsync();
        var (item, _) = await ops.ScheduledAsync();
        await ops.EditAsync(item, "Am Sonntag ist Sommerfest!");
        await ops.ReachSlotAsync();

        (await ops.Tenant.Invariants.CheckAsync()).Violations.Should().BeEmpty();
    }

    [Fact]
    public async Task Check_ContentChangedPastTheLibrary_IsI2()
    {
        await using var ops = await EditorialOps.StartAsync();
        var (item, publication) = await ops.ScheduledAsync();
        await ops.ReachSlotAsync();
        await ChangeAsync(ops, ContentRecords.Revisions, ContentRecords.KeyOf(item.Id, item.Revision), r => r with { Variants = [.. r.Variants.Select(v => v with { Text = "Am Sonntag!" })] });

        await ExpectAsync(ops, publication, "not those that were approved");
    }

    [Fact]
    public async Task Check_ApprovalThatIsNotThere_IsI2()
    {
        await using var ops = await EditorialOps.StartAsync();
        var (_, publication) = await ops.ScheduledAsync();
        await ops.ReachSlotAsync();
        await ChangeAsync(ops, PublicationRecords.Publications, publication.Id.Value, p => p with { Basis = p.Basis with { Reference = "nothing" } });

        await ExpectAsync(ops, publication, "approval 'nothing', which is not there");
    }

    [Fact]
    public async Task Check_ApprovalThatIsYoungerThanTheSend_IsI2()
    {
        await using var ops = await EditorialOps.StartAsync();
        var (_, publication) = await ops.ScheduledAsync();
        await ops.ReachSlotAsync();
        await ChangeAsync(ops, PublicationRecords.Publications, publication.Id.Value, p => p with { Basis = p.Basis with { GrantedAt = ops.Ops.Time.Now + NodaTime.Duration.FromHours(1) } });

        await ExpectAsync(ops, publication, "after it was sent");
    }

    private static ValueTask ChangeAsync<T>(EditorialOps ops, RecordKind<T> kind, string id, Func<T, T> change)
        where T : class
        => ops.Ops.Services.GetRequiredService<IStore>().WriteAsync(TenantId.Default, async t =>
        {
            var stored = await t.GetAsync(kind, id);
            await t.PutAsync(kind, change(stored.Value), stored.Version);
        }, default);

    private static async Task ExpectAsync(EditorialOps ops, Publication publication, string message)
        => (await ops.Tenant.Invariants.CheckAsync()).Violations.Should().Contain(v => v.Invariant == Invariant.Basis && v.SubjectId == publication.Id.Value && v.Message.Contains(message));
}
