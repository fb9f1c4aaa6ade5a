namespace SocialOps.Console.Desk;

/// <summary>Reads a paged query to its end, page by page.</summary>
internal static class Pages
{
    public static async IAsyncEnumerable<T> AllAsync<T>(Func<string?, ValueTask<PagedResult<T>>> query)
    {
        string? next = null;
        do
        {
            var page = await query(next);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            next = page.Next;
        }
        while (next is not null);
    }
}
