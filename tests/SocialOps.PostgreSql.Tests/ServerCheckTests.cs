namespace SocialOps.PostgreSql.Tests;

public sealed class ServerCheckTests
{
    private static readonly ServerCheck Sound = new(150_004, "on", "on", "on", "UTF8", false);

    [Theory]
    [InlineData("on")]
    [InlineData("local")]
    [InlineData("remote_write")]
    [InlineData("remote_apply")]
    public void Refusal_SafeServer_IsNone(string synchronousCommit)
        => (Sound with { SynchronousCommit = synchronousCommit }).Refusal(allowUnsafe: false).Should().BeNull();

    [Fact]
    public void Refusal_UnsafeServer_NamesSettingAndRemedy()
    {
        Refusal(Sound with { Fsync = "off" }).Should().Be("The server runs with fsync=off: a power loss can destroy the database. Switch it on, or set AllowUnsafeServer where that does not matter.");
        Refusal(Sound with { FullPageWrites = "off" }).Should().StartWith("The server runs with full_page_writes=off: a power loss can destroy the database.");
        Refusal(Sound with { Version = 140_018 }).Should().StartWith("The server is PostgreSQL 14; the store is made for 15 and later. Upgrade it");
    }

    [Fact]
    public void Refusal_UnsafeButAllowed_IsNone()
        => new ServerCheck(140_018, "off", "off", "off", "UTF8", false).Refusal(allowUnsafe: true).Should().BeNull();

    [Fact]
    public void Refusal_CannotWorkAtAll_IsNotAllowedEither()
    {
        (Sound with { Encoding = "LATIN1" }).Refusal(allowUnsafe: true).Should().Be("The database's encoding is LATIN1. Create one with ENCODING 'UTF8'.");
        (Sound with { IsStandby = true }).Refusal(allowUnsafe: true).Should().StartWith("The server is a standby, which only reads. Connect to the primary");
    }

    private static string? Refusal(ServerCheck server) => server.Refusal(allowUnsafe: false);
}
