namespace SocialOps.Diagnostics;

/// <summary>An exception without its messages, which may repeat what no log may hold: the types from the outermost inwards, and where it was thrown.</summary>
internal static class FaultOutline
{
    public static string Of(Exception exception)
    {
        var types = new List<string>();
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            types.Add(inner.GetType().FullName!);
        }

        return $"{string.Join(" <- ", types)}{Environment.NewLine}{exception.StackTrace}";
    }
}
