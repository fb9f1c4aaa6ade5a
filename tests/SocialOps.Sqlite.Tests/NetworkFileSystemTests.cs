namespace SocialOps.Sqlite.Tests;

public sealed class NetworkFileSystemTests
{
    private const string Mounts = """
        overlay / overlay rw 0 0
        server:/export /mnt/share nfs4 rw 0 0
        //server/files /mnt/my\040files cifs rw 0 0
        /dev/sda1 /mnt/share/local ext4 rw 0 0

        """;

    [Theory]
    [InlineData("/mnt/share/a.db", "nfs4")]
    [InlineData("/mnt/my files/x/a.db", "cifs")]
    [InlineData("/mnt/share/local/a.db", null)]
    [InlineData("/mnt/shared/a.db", null)]
    [InlineData("/a.db", null)]
    public void Of_Path_IsTheFileSystemOfItsDeepestMount(string path, string? expected)
        => NetworkFileSystem.Of(path, Mounts).Should().Be(expected);

    [Fact]
    public void Of_LocalTempFolder_IsNone()
        => NetworkFileSystem.Of(Path.Combine(Path.GetTempPath(), "a.db")).Should().BeNull();
}
