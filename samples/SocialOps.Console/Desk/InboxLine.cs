using NodaTime;

namespace SocialOps.Console.Desk;

/// <summary>One line of an inbox.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Bytes">Its bytes; empty when it is too long to be taken.</param>
/// <param name="At">When it says that it was written.</param>
/// <param name="TooLong">How long it is, where that is more than a delivery may be.</param>
internal sealed record InboxLine(long Number, ReadOnlyMemory<byte> Bytes, Instant? At, long? TooLong = null);
