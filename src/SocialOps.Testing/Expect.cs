using System.Globalization;

namespace SocialOps.Testing;

/// <summary>What a case holds the implementation to.</summary>
internal static class Expect
{
    public static void That(bool holds, string promise)
    {
        if (!holds)
        {
            throw new ConformanceException(promise);
        }
    }

    public static void Equal<T>(T expected, T actual, string promise)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new ConformanceException($"{promise}: expected {Show(expected)}, was {Show(actual)}.");
        }
    }

    public static void Sequence<T>(IEnumerable<T> expected, IEnumerable<T> actual, string promise)
    {
        var (left, right) = (expected.ToList(), actual.ToList());
        if (!left.SequenceEqual(right))
        {
            throw new ConformanceException($"{promise}: expected [{string.Join(", ", left.Select(Show))}], was [{string.Join(", ", right.Select(Show))}].");
        }
    }

    public static async Task<TException> ThrowsAsync<TException>(Func<ValueTask> act, string promise)
        where TException : Exception
    {
        try
        {
            await act().ConfigureAwait(false);
        }
        catch (TException e)
        {
            return e;
        }
        catch (Exception e) when (e is not ConformanceException)
        {
            throw new ConformanceException($"{promise}: expected {typeof(TException).Name}, was {e.GetType().Name}: {e.Message}", e);
        }

        throw new ConformanceException($"{promise}: expected {typeof(TException).Name}, nothing was thrown.");
    }

    private static string Show<T>(T value) => value switch
    {
        null => "nothing",
        string text => $"'{text}'",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
