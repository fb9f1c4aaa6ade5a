using NodaTime;
using NodaTime.Text;

namespace SocialOps.Console.OnCall;

/// <summary>What stands in the command line; a mistake is one finding that names the option.</summary>
internal static class Given
{
    public static Instant Instant(string option, string text)
    {
        var result = InstantPattern.ExtendedIso.Parse(text);
        return result.Success ? result.Value : throw new InvalidDefinitionException([Finding.Error(option, $"'{text}' is not an instant; write one such as 2026-01-09T15:00:00Z.")]);
    }

    public static (Instant From, Instant To) Stretch(string? from, string? to)
    {
        var (start, end) = (Instant("--from", from ?? string.Empty), Instant("--to", to ?? string.Empty));
        return start < end ? (start, end) : throw new InvalidDefinitionException([Finding.Error("--to", $"{end} is not after {start}.")]);
    }
}
