using NodaTime;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Values;
using SocialOps.Definitions;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class BudgetShape : BlockShape<TermBudget>
{
    private readonly Field<int> _amount;
    private readonly Field<int> _spent;
    private readonly Field<LocalDate> _until;

    public BudgetShape()
        : base("budget", "a budget, e.g. { amount: 28800, spent: 12000, spent until: 2026-05-31 }", "What may be spent in a term, in the agency's currency.")
    {
        _amount = Required("amount", NumberShape.Instance, "What may be spent in the whole term.");
        _spent = Required("spent", NumberShape.Instance, "What was spent.");
        _until = Required("spent until", DateShape.Instance, "The last day that was counted.", "spentUntilOn");
    }

    protected override TermBudget Build(Shapes.Values values) => new(values.Of(_amount), values.Of(_spent), values.Of(_until));
}
