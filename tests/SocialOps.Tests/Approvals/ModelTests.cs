using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SocialOps.Approvals;
using SocialOps.People;
using static SocialOps.Tests.Approvals.Room;

namespace SocialOps.Tests.Approvals;

/// <summary>Random commands against a naive book-keeper.</summary>
public sealed class ModelTests
{
    private static readonly bool All = Environment.GetEnvironmentVariable("SOCIALOPS_TEST_ALL") == "1";
    private static readonly int Histories = All ? 100_000 : 1_500;
    private static readonly Recipient[] People = [Ada, Ben, Cem, Dora, Carla, Olaf];
    private static readonly string[] Parts = ["facebook", "linkedin"];

    /// <summary>No sequence of commands makes anything valid without a valid basis over exactly the current bytes, and none makes valid what the book-keeper forbids, or the other way round.</summary>
    [Fact]
    public void Check_AfterRandomCommands_AgreesWithTheBookKeeper()
    {
        var (accepted, valid) = (0, 0);
        for (var seed = 0; seed < Histories; seed++)
        {
            var history = new History(seed);
            history.Run(25);
            (accepted, valid) = (accepted + history.Accepted, valid + history.Valid);
        }

        (accepted / Histories).Should().BeGreaterThan(3, "refusals alone prove nothing");
        valid.Should().BeGreaterThan(Histories / 4, "so does never being valid");
    }

    /// <summary>Where a step waits for several, it does not matter in which order they answer.</summary>
    [Fact]
    public void Approve_AnyOrder_GivesTheSameVerdict() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(All ? 5_000 : 300), Prop.ForAll(
        Gen.Two(Gen.Shuffle(new[] { Ben, Cem, Carla, Olaf })).Zip(Gen.Choose(1, 4)).ToArbitrary(),
        sample =>
        {
            var ((first, second), count) = sample;
            var step = Step("all", new ApproverSelector.Role(PersonRole.Approver), ApproverSelector.ClientApprover) with { Quorum = new Quorum.AtLeast(4) };
            return Verdict(first) == Verdict(second);

            string Verdict(Recipient[] order)
            {
                var room = new Room(TwoSteps with { Steps = [step] });
                room.Submit();
                foreach (var who in order.Order(Comparer<Recipient>.Create((_, _) => 0)).Take(4).Where(w => Array.IndexOf([Ben, Cem, Carla, Olaf], w) < count))
                {
                    room.Approve(who).Should().BeOfType<ApprovalOutcome.Accepted>();
                }

                return $"{room.StateOf()} {room.Check().Basis}";
            }
        }));

    [Fact]
    public void Fold_OfTheEvents_IsTheState()
    {
        for (var seed = 0; seed < Histories / 10; seed++)
        {
            var history = new History(seed);
            history.Run(25);

            Json(ApprovalFold.Of(history.Room.Events.Select(RoundTrip))).Should().Be(Json(history.Room.State), "seed {0}", seed);
        }
    }

    [Fact]
    public void Decide_Refused_ChangesNothing()
    {
        for (var seed = 0; seed < Histories / 10; seed++)
        {
            var history = new History(seed) { CheckRefusals = true };
            history.Run(25);
        }
    }

    private static string Json(ApprovalRequest request) => JsonSerializer.Serialize(request, ApprovalJson.Default.ApprovalRequest);

    private static ApprovalEvent RoundTrip(ApprovalEvent happened) => JsonSerializer.Deserialize(JsonSerializer.Serialize(happened, ApprovalJson.Default.ApprovalEvent), ApprovalJson.Default.ApprovalEvent)!;

    /// <summary>One history: a policy, and commands of every kind, with the book-keeper beside it.</summary>
    private sealed class History
    {
        private readonly Random _random;
        private readonly ApprovalPolicyDefinition _policy;
        private readonly Oracle _oracle;
        private readonly int _seed;

        public History(int seed)
        {
            (_seed, _random) = (seed, new(seed));
            _policy = Policy();
            Room = new(_policy) { Facts = Ordinary with { Delegations = Delegations() } };
            _oracle = new(_policy, Ada, Seats);
        }

        public Room Room { get; }

        public int Accepted { get; private set; }

        public int Valid { get; private set; }

        public bool CheckRefusals { get; init; }

        public void Run(int commands)
        {
            Room.Submit([.. Parts.Take(1 + _random.Next(2)).Select(p => Part(p, "v0"))]).Should().BeOfType<ApprovalOutcome.Accepted>();
            for (var i = 0; i < commands; i++)
            {
                Room.Now += Duration.FromSeconds(1 + _random.Next(40));
                if (_random.Next(25) == 0)
                {
                    Room.Strip(_random.Next(2) == 0 ? "ben" : "cem");
                }

                var before = Room.State;
                var decisions = before.Decisions.Count;
                var outcome = Step();
                if (CheckRefusals && outcome is not ApprovalOutcome.Accepted)
                {
                    Room.State.Should().BeSameAs(before);
                    Room.Last.Events.Should().BeEmpty();
                }

                Accepted += outcome is ApprovalOutcome.Accepted ? 1 : 0;
                foreach (var decision in Room.State.Decisions.Skip(decisions))
                {
                    _oracle.Voted(decision.By, decision.Voter, decision.Step, decision.Kind, decision.Parts.Select(p => new ApprovalPart(p.Name, p.Hash)));
                }

                Compare(i);
            }
        }

        private void Compare(int command)
        {
            foreach (var part in Room.State.Parts)
            {
                for (var version = 0; version < 4; version++)
                {
                    var current = Part(part.Name, $"v{version}");
                    var verdict = Room.Check(current);
                    verdict.IsValid.Should().Be(_oracle.MaySend(part.Name, current.Hash), "seed {0}, command {1}, '{2}' v{3}: {4}", _seed, command, part.Name, version, verdict);
                    Valid += verdict.IsValid ? 1 : 0;
                }

                (part.Run != 0).Should().Be(part.State == PartState.InReview, "what is in review is asked for, and nothing else is");
            }

            Room.State.Runs.All(r => Room.State.Parts.Any(p => p.Run == r.Number && p.State == PartState.InReview)).Should().BeTrue();
        }

        private ApprovalOutcome Step()
        {
            var who = People[_random.Next(People.Length)];
            var current = Room.State.Parts.Select(p => new ApprovalPart(p.Name, p.Hash)).ToList();
            ApprovalPart[] some = [.. current.Where(_ => _random.Next(3) > 0)];
            switch (_random.Next(24))
            {
                case 0:
                    return Room.Decide(DecisionKind.RequestChanges, who, some);
                case 1 when _random.Next(4) == 0:
                    return Room.Decide(DecisionKind.Reject, who, some);
                case 2 or 3 or 4:
                    return Edit(who);
                case 5:
                    var revoked = Room.Do(new ApprovalCommand.Revoke(who, "second thoughts"));
                    if (revoked is ApprovalOutcome.Accepted)
                    {
                        _oracle.Revoked(who);
                    }

                    return revoked;
                case 6 when _random.Next(6) == 0:
                    var released = Room.Do(new ApprovalCommand.ReleaseInEmergency(who, "recall", current));
                    if (released is ApprovalOutcome.Accepted)
                    {
                        current.ForEach(_oracle.Released);
                    }

                    return released;
                case 7 when _random.Next(8) == 0:
                    var dead = Room.State.Parts.Where(p => p.State is not PartState.Rejected).Select(p => p.Name).ToList();
                    var withdrawn = Room.Do(new ApprovalCommand.Withdraw(who, "stopped"));
                    if (withdrawn is ApprovalOutcome.Accepted)
                    {
                        _oracle.Withdrawn(dead);
                    }

                    return withdrawn;
                case 8 or 9:
                    return Room.Do(new ApprovalCommand.Decide(DecisionKind.Approve, who, "portal") { OnBehalfOf = People[_random.Next(People.Length)] });
                case 10:
                    return Room.Approve(who, Part(Parts[0], $"v{_random.Next(4)}"));
                case 11:
                    return Room.Do(new ApprovalCommand.StepDue(Room.State.Runs.Count > 0 ? Room.State.Runs[0].Number : 1));
                default:
                    return Room.Approve(who, some);
            }
        }

        private ApprovalOutcome Edit(Recipient who)
        {
            ApprovalPart[] parts = [Part(Room.State.Parts[_random.Next(Room.State.Parts.Count)].Name, $"v{_random.Next(4)}")];
            var before = Room.State.FindPart(parts[0].Name)!;
            var outcome = Room.Do(_random.Next(3) == 0 ? new ApprovalCommand.EditByApprover(who, parts, "portal") : new ApprovalCommand.Revise(who, parts));
            if (outcome is ApprovalOutcome.Accepted && Room.State.FindPart(parts[0].Name)!.Revision != before.Revision)
            {
                _oracle.Edited(who, parts[0].Name);
            }

            return outcome;
        }

        private ApprovalPolicyDefinition Policy()
        {
            ApproverSelector[] selectors = [new ApproverSelector.Role(PersonRole.Approver), ApproverSelector.ClientApprover, Named(Ben), Named(Carla), Named(Cem)];
            return TwoSteps with
            {
                AuthorMayApprove = _random.Next(4) == 0,
                LastEditorMayApprove = _random.Next(3) > 0,
                SoloMode = _random.Next(6) == 0,
                Steps = [.. Enumerable.Range(0, 1 + _random.Next(3)).Select(i => Room.Step($"s{i}", [.. selectors.Where(_ => _random.Next(3) == 0).DefaultIfEmpty(selectors[_random.Next(2)])]) with { Quorum = Quorum() }).Select(s => s.Quorum is Quorum.AtLeast && s.Approvers.All(a => a is ApproverSelector.Named) ? s with { Quorum = new Quorum.AllOf() } : s)],
            };
        }

        private Quorum Quorum() => _random.Next(3) switch
        {
            0 => new Quorum.AnyOf(),
            1 => new Quorum.AllOf(),
            _ => new Quorum.AtLeast(1 + _random.Next(2)),
        };

        private List<Delegation> Delegations() => _random.Next(2) == 0 ? [] :
        [
            new() { Id = new("d1"), From = Ben, To = Dora, StartsAt = Monday, EndsAt = Monday + Duration.FromMinutes(1 + _random.Next(20)) },
            new() { Id = new("d2"), From = Carla, To = Olaf, StartsAt = Monday, EndsAt = Monday + Duration.FromMinutes(1 + _random.Next(20)) },
            new() { Id = new("d3"), From = Cem, To = Ben, StartsAt = Monday, EndsAt = Monday + Duration.FromHours(1) },
        ];

        /// <summary>Who fills which seat of which step, as a table.</summary>
        private HashSet<int>[] Seats(Recipient who) => [.. _policy.Steps.Select(step => step.Approvers.Select((a, i) => (a, i)).Where(x => x.a switch
        {
            ApproverSelector.Named named => named.Who == who,
            ApproverSelector.Duty => who == Carla || who == Olaf,
            _ => (who == Ada || who == Ben || who == Cem) && Room.Facts.People[((Recipient.OfAgency)who).Person].Roles.Count > 0,
        }).Select(x => x.i).ToHashSet())];
    }
}
