namespace SocialOps.Testing;

/// <summary>An implementation does not keep its contract. The message says what was promised and what happened.</summary>
/// <param name="message">What was promised and what happened.</param>
/// <param name="innerException">What the implementation threw instead.</param>
public sealed class ConformanceException(string message, Exception? innerException = null) : Exception(message, innerException);
