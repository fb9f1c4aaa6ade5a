using NodaTime;
using SocialOps.People;

namespace SocialOps.OnCall.Fairness;

/// <summary>Somebody who could take an open slot.</summary>
/// <param name="Person">Who: there for the whole slot, reachable, qualified, and not on duty in it.</param>
/// <param name="WeightedHours">What they have carried.</param>
/// <param name="Rest">How long they are free between the slot and their nearest other duty within four weeks.</param>
/// <param name="Breaches">The rules about rest that taking it would newly break.</param>
public sealed record SlotCandidate(PersonId Person, decimal WeightedHours, Duration Rest, IReadOnlyList<RestBreach> Breaches);
