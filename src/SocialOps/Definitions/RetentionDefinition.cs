namespace SocialOps.Definitions;

/// <summary>
/// How long what customers wrote is kept; a day is 24 hours. What is over is erased by itself, except under a legal hold. The usual values are to be confirmed by the controller's lawyer (GDPR Art. 5(1)(e)).
/// </summary>
public sealed record RetentionDefinition
{
    /// <summary>The most days of either: ten years.</summary>
    public const int MostDays = 3_653;

    /// <summary>The usual: deliveries 30 days, items of closed cases 365.</summary>
    public static RetentionDefinition Usual { get; } = new();

    /// <summary>For how many days after its arrival the bytes that a platform has shown us are kept, 1 to <see cref="MostDays"/>.</summary>
    public int DeliveryDays { get; init; } = 30;

    /// <summary>For how many days after a case was closed its items are kept, 1 to <see cref="MostDays"/>.</summary>
    public int ItemDays { get; init; } = 365;
}
