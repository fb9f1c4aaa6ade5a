namespace SocialOps.Storage;

/// <summary>A range over one index of one kind; records without a value in that index are never listed.</summary>
/// <param name="Kind">The records' kind.</param>
/// <param name="Slot">The index column, 1 to 4; 0 ranges over the ids.</param>
/// <param name="From">The smallest value, inclusive; <see langword="null"/> for no lower end.</param>
/// <param name="To">The end, exclusive; <see langword="null"/> for no upper end.</param>
/// <param name="Limit">The most records of a page, 1 to 1,000.</param>
/// <param name="Continue">The <see cref="PagedResult{T}.Next"/> of the page before.</param>
/// <param name="Descending">From the greatest value down.</param>
public sealed record RecordQuery(string Kind, int Slot = 0, string? From = null, string? To = null, int Limit = 100, string? Continue = null, bool Descending = false);
