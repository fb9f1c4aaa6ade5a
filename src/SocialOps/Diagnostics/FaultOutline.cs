using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;

namespace SocialOps.Diagnostics;

/// <summary>
/// An exception without its message, which may repeat what no log and no row may hold: bodies, addresses, tokens. What is left is the types from the outermost inwards, each with the code that is
/// known to be one, and where it was thrown. Only this library's own exceptions keep their sentence.
/// </summary>
internal static class FaultOutline
{
    /// <summary>For the log: with the whole trace.</summary>
    public static string Of(Exception exception) => $"{Types(exception)}{Environment.NewLine}{exception.StackTrace}";

    /// <summary>For a row, in one line.</summary>
    public static string Line(Exception exception) => exception is SocialOpsException ours ? $"{ours.GetType().Name}: {ours.Message}" : Foreign(exception);

    /// <summary>For a row, in one line, of what somebody else's code threw at our call.</summary>
    public static string Foreign(Exception exception)
    {
        var place = exception.StackTrace?.Split('\n', 2)[0].Trim();
        return place is null ? Types(exception) : $"{Types(exception)}, {place.Split(" in ", 2)[0]}";
    }

    private static string Types(Exception exception)
    {
        var types = new List<string>();
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            types.Add($"{inner.GetType().FullName}{(Code(inner) is { } code ? $" ({code})" : "")}");
        }

        return string.Join(" <- ", types);
    }

    /// <summary>What is a number or one of a few names, whoever threw it.</summary>
    private static string? Code(Exception exception) => exception switch
    {
        HttpRequestException { StatusCode: { } status } => ((int)status).ToString(CultureInfo.InvariantCulture),
        HttpRequestException http => http.HttpRequestError.ToString(),
        SocketException socket => socket.SocketErrorCode.ToString(),
        DbException { SqlState: { Length: 5 } state } when state.All(char.IsAsciiLetterOrDigit) => $"SQLSTATE {state}",
        _ => null,
    };
}
