using NodaTime;

namespace SocialOps.People;

/// <summary>A training that gives a skill for a while (requirement 3.3): in full days of the person's own zone, half-open. Before and after it the skill is missing, unless <see cref="PersonDefinition.Skills"/> or another training gives it.</summary>
/// <param name="Skill">The skill.</param>
/// <param name="FromOn">The first day on which it holds.</param>
/// <param name="UntilOn">The first day on which it no longer holds; <see langword="null"/> for no end.</param>
/// <param name="Name">What was trained, for people.</param>
public sealed record Training(SkillId Skill, LocalDate FromOn, LocalDate? UntilOn = null, string? Name = null);
