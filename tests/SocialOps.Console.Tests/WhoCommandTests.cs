using System.Reflection;

namespace SocialOps.Console.Tests;

/// <summary>The commands about responsibility, called as a person calls them.</summary>
[Collection("console")]
public sealed class WhoCommandTests
{
    private static readonly string Agency = Path.Combine(AppContext.BaseDirectory, "agencies", "studio-nord.yaml");

    private static (int Code, string Output) Run(params string[] arguments)
    {
        var (before, errors, output) = (System.Console.Out, System.Console.Error, new StringWriter());
        System.Console.SetOut(output);
        System.Console.SetError(output);
        try
        {
            return ((int)Assembly.Load("SocialOps.Console").EntryPoint!.Invoke(null, [arguments])!, output.ToString());
        }
        finally
        {
            System.Console.SetOut(before);
            System.Console.SetError(errors);
        }
    }

    [Fact]
    public void Who_OwnerIsOnHoliday_NamesTheDeputyAndTheReason()
        => Run("who", "--agency", Agency, "--client", "radhaus", "--activity", "copy", "--at", "2026-08-05T12:00:00Z").Should().Be((0, string.Join('\n',
            "copy for radhaus at 2026-08-05T12:00:00Z: lena, control mehmet, deputy mehmet",
            "  phase 'routine'",
            "  agreement: jonas",
            "  jonas is away: Sommerurlaub",
            "  lena stands in for jonas",
            "  lena: stands in for jonas") + Environment.NewLine));

    [Fact]
    public void Who_WithoutAnActivity_IsTheWholeMatrix()
    {
        var (code, output) = Run("who", "--agency", Agency, "--client", "kornblume", "--at", "2026-08-08T12:00:00Z");

        code.Should().Be(0);
        output.Should().Contain("copy                  mehmet").And.Contain("community-management  brandt (kornblume)");
    }

    [Fact]
    public void Who_ActivityThatNobodyKnows_NamesThoseThereAre()
        => Run("who", "--agency", Agency, "--client", "radhaus", "--activity", "cooking").Code.Should().Be(1);
}
