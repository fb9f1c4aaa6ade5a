using BenchmarkDotNet.Attributes;
using SocialOps.Approvals;

namespace SocialOps.Benchmarks.Approvals;

/// <summary>What publishing asks before each send, and what an approver's click costs; without a store. Baseline: the plain way to count.</summary>
[MemoryDiagnoser]
[MinColumn]
public class ApprovalBenchmarks
{
    private readonly ApprovalRequest _approved = ApprovalSample.Approved();
    private readonly ApprovalRequest _submitted = ApprovalSample.Submitted();
    private readonly CurrentContent _current = new(ApprovalSample.Parts(2));
    private readonly CurrentContent _one = new([ApprovalSample.Parts(2)[0]]);
    private readonly CurrentContent _stale = new(ApprovalSample.Parts(9));
    private readonly ApprovalCommand _approve = new ApprovalCommand.Decide(DecisionKind.Approve, ApprovalSample.Person(1), "portal") { Parts = ApprovalSample.Parts(0), Step = 0 };
    private readonly ApprovalCommand _late = new ApprovalCommand.Decide(DecisionKind.Approve, ApprovalSample.Person(5), "portal") { Parts = ApprovalSample.Parts(2), Step = 0 };

    [GlobalSetup]
    public void Agree()
    {
        foreach (var content in new[] { _current, _one, _stale })
        {
            if (NaiveValidity.IsValid(_approved, content.Parts, ApprovalSample.Policy, ApprovalSample.Facts) != Check(content).IsValid)
            {
                throw new InvalidOperationException("The plain way disagrees.");
            }
        }
    }

    [Benchmark(Baseline = true)]
    public bool FourPartsThePlainWay() => NaiveValidity.IsValid(_approved, _current.Parts, ApprovalSample.Policy, ApprovalSample.Facts);

    [Benchmark]
    public ApprovalVerdict FourParts() => Check(_current);

    [Benchmark]
    public ApprovalVerdict OnePart() => Check(_one);

    [Benchmark]
    public ApprovalVerdict FourStalePartsExplained() => Check(_stale);

    [Benchmark]
    public ApprovalTransition Approve() => ApprovalEngine.Decide(_submitted, _approve, ApprovalSample.Policy, ApprovalSample.Facts, ApprovalSample.Now);

    [Benchmark]
    public ApprovalTransition ApproveTooLate() => ApprovalEngine.Decide(_approved, _late, ApprovalSample.Policy, ApprovalSample.Facts, ApprovalSample.Now);

    private ApprovalVerdict Check(CurrentContent content) => ApprovalValidity.Check(_approved, content, ApprovalSample.Policy, ApprovalSample.Facts, ApprovalSample.Now);
}
