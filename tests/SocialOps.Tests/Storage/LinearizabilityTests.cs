using SocialOps.Storage.InMemory;
using SocialOps.Tests.Approvals;

namespace SocialOps.Tests.Storage;

public sealed class LinearizabilityTests
{
    private static readonly Register Empty = new(0, "");

    [Fact]
    public void Holds_WritesThatOverlap_MayStandInEitherOrder()
        => Holds(At(0, 9, new RecordCall.Write(0, "a", true)), At(1, 8, new RecordCall.Write(0, "b", false)), At(10, 11, new RecordCall.Read(1, "a"))).Should().BeTrue();

    [Fact]
    public void Holds_ReadAfterTheWriteSeesNothing_IsStale()
        => Holds(At(0, 1, new RecordCall.Write(0, "a", true)), At(2, 3, new RecordCall.Read(0, ""))).Should().BeFalse();

    [Fact]
    public void Holds_TwoWritesOfOneVersionKept_IsALostUpdate()
        => Holds(At(0, 9, new RecordCall.Write(0, "a", true)), At(1, 8, new RecordCall.Write(0, "b", true))).Should().BeFalse();

    [Fact]
    public void Holds_ReadOfWhatWasRefused_IsDirty()
        => Holds(At(0, 5, new RecordCall.Write(0, "a", true)), At(0, 5, new RecordCall.Write(0, "b", false)), At(1, 4, new RecordCall.Read(1, "b"))).Should().BeFalse();

    [Fact]
    public void Holds_ReadsThatGoBack_AreNot()
        => Holds(At(0, 9, new RecordCall.Write(0, "a", true)), At(1, 2, new RecordCall.Read(1, "a")), At(3, 4, new RecordCall.Read(0, ""))).Should().BeFalse();

    [Fact]
    public Task Races_InMemory_FitIntoOneOrder() => RecordRaces.RunAsync([new InMemoryStore(TimeProvider.System)], ApprovalRaces.Rounds(200));

    private static bool Holds(params Seen<RecordCall>[] history) => Linearizability.Holds(history, Empty, RecordRaces.Next);

    private static Seen<RecordCall> At(long invoked, long returned, RecordCall what) => new(invoked, returned, what);
}
