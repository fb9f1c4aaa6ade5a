using System.Data.Common;
using System.Net;
using System.Net.Sockets;
using SocialOps.Diagnostics;

namespace SocialOps.Tests.Diagnostics;

/// <summary>What stays of an exception: never somebody else's words.</summary>
public sealed class FaultOutlineTests
{
    private const string Secret = "Bearer CANARY";

    public static TheoryData<Exception, string> Foreign => new()
    {
        { new InvalidOperationException(Secret), "System.InvalidOperationException" },
        { new HttpRequestException(Secret, null, HttpStatusCode.TooManyRequests), "System.Net.Http.HttpRequestException (429)" },
        { new HttpRequestException(HttpRequestError.NameResolutionError, Secret), "System.Net.Http.HttpRequestException (NameResolutionError)" },
        { new IOException(Secret, new SocketException((int)SocketError.ConnectionReset, Secret)), "System.IO.IOException <- System.Net.Sockets.SocketException (ConnectionReset)" },
        { new DriverException("22P02"), "SocialOps.Tests.Diagnostics.FaultOutlineTests+DriverException (SQLSTATE 22P02)" },
        { new DriverException(Secret), "SocialOps.Tests.Diagnostics.FaultOutlineTests+DriverException" },
    };

    [Theory]
    [MemberData(nameof(Foreign))]
    public void Line_ForeignException_IsItsTypesAndCodes(Exception exception, string expected)
    {
        FaultOutline.Line(exception).Should().Be(expected);
        FaultOutline.Of(exception).Should().NotContain("CANARY");
    }

    [Fact]
    public void Line_ThrownSomewhere_SaysWhereInOneLine()
    {
        var line = FaultOutline.Line(Assert.Throws<InvalidOperationException>(Throw));

        line.Should().MatchRegex(@"^System\.InvalidOperationException, at SocialOps\.Tests\.Diagnostics\.FaultOutlineTests\.Throw\(\)$");

        static void Throw() => FaultOutlineTests.Throw();
    }

    [Fact]
    public void Line_OurOwnException_KeepsItsSentence()
        => FaultOutline.Line(new NotFoundException("case", "1")).Should().Be("NotFoundException: There is no case '1' in this tenant.");

    [Fact]
    public void Foreign_OurOwnExceptionFromAConnector_KeepsNoSentence()
        => FaultOutline.Foreign(new NotFoundException("case", Secret)).Should().Be("SocialOps.NotFoundException");

    private static void Throw() => throw new InvalidOperationException(Secret);

    private sealed class DriverException(string state) : DbException(Secret)
    {
        public override string SqlState => state;
    }
}
